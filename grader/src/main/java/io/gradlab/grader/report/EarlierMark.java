package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mark that grading the same sources again has changed.
 *
 * @param grader which checks gave it; empty if unknown
 * @param points by task, in the tasks' order
 */
public record EarlierMark(String grader, Map<String, Double> points) {

    /** Keeps a copy in the same order. */
    public EarlierMark {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /**
     * Returns a receipt that remembers what it replaces. The earlier mark is kept if the sources were the same and the
     * points of a task were others; if nothing changed, the mark that the replaced one remembered stays. A result with
     * trouble of the grader's own was no mark.
     *
     * @param replaced what lay there before
     */
    public static Receipt remember(Optional<Receipt> replaced, Receipt now) {
        Optional<Receipt> same = replaced.filter(
                before -> before.evidence().sources().equals(now.evidence().sources()));
        if (same.isEmpty()) {
            return now;
        }
        Receipt before = same.get();
        EarlierMark mark = new EarlierMark(before.evidence().grader(), points(before));
        boolean changed = !before.has(Outcome.INFRASTRUCTURE) && !mark.points().equals(points(now));
        return now.with(new Evidence(
                now.evidence().grader(),
                now.evidence().sources(),
                before.seed().equals(now.seed()) ? before.evidence().secret() : "",
                changed ? Optional.of(mark) : before.evidence().earlier()));
    }

    /** Returns a receipt's points by task. */
    static Map<String, Double> points(Receipt receipt) {
        Map<String, Double> points = new LinkedHashMap<>();
        for (TaskResult task : receipt.tasks()) {
            points.put(task.id(), task.points());
        }
        return points;
    }
}
