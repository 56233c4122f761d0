package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.Standing;
import io.gradlab.grader.rubric.Criterion;
import io.gradlab.grader.rubric.Rubric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line of {@code manual.csv} gives for each criterion of a rubric, once all are given. */
final class CriteriaMarks {
    private final TableRow row;
    private final List<String> words = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;

    private CriteriaMarks(TableRow row) {
        this.row = row;
    }

    /** Reads a line's cells; empty as long as one of them is. */
    static Optional<CriteriaMarks> in(TableRow row, Rubric rubric) {
        CriteriaMarks marks = new CriteriaMarks(row);
        boolean complete = true;
        for (Criterion criterion : rubric.criteria()) {
            String cell = row.get(criterion.id());
            if (cell.isEmpty()) {
                complete = false;
            } else {
                BigDecimal worth = criterion.worth(cell).orElseGet(() -> number(row, criterion));
                marks.sum = marks.sum.add(worth);
                marks.words.add(criterion.id() + " " + Standing.plain(worth).toPlainString() + "/"
                        + criterion.points().toPlainString());
            }
        }
        return complete ? Optional.of(marks) : Optional.empty();
    }

    private static BigDecimal number(TableRow row, Criterion criterion) {
        String cell = row.get(criterion.id());
        if (Numbers.parse(cell).isEmpty()) {
            throw row.error(
                    "\"" + cell + "\" for " + criterion.id() + " is no mark; write full, half, none or a number");
        }
        return row.points(criterion.id(), "the criterion " + criterion.id(), criterion.points())
                .orElseThrow();
    }

    /**
     * Returns the sum.
     *
     * @param points what the line gives as well; empty if it does not
     * @throws io.gradlab.cli.UserError if that is something else
     */
    BigDecimal agreeing(Optional<BigDecimal> points) {
        BigDecimal all = Standing.plain(sum);
        points.filter(given -> given.compareTo(all) != 0).ifPresent(given -> {
            throw row.error("its points are " + given.toPlainString() + ", but its criteria add up to "
                    + all.toPlainString() + "; mend one of them, or leave the points empty");
        });
        return all;
    }

    /** Returns each criterion with its points, for the receipt. */
    String inWords() {
        return String.join(", ", words) + ".";
    }
}
