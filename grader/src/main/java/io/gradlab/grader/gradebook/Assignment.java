package io.gradlab.grader.gradebook;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A lab as the course sets it.
 *
 * @param weight in the course's total, relative to the other labs'
 * @param deadline in the course's zone
 * @param items what people mark, beside the automatic tasks
 */
record Assignment(String lab, BigDecimal weight, ZonedDateTime deadline, List<Item> items) {

    Assignment {
        items = List.copyOf(items);
    }

    /** Returns what the items are worth. */
    BigDecimal manualMaximum() {
        return items.stream().map(Item::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
