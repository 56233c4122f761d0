package io.gradlab.grader.cli;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far somebody is in a lab.
 *
 * @param tasks all of the lab that are worth points, in order
 */
record LabProgress(String lab, List<TaskResult> tasks) {

    /** Returns one line: {@code lab1 35/100, next: 1.5 softmax (./gradlab hint 1.5)}. */
    String line() {
        String next = tasks.stream()
                .filter(task -> task.outcome() != Outcome.PASS)
                .findFirst()
                .map(task -> ", next: " + task.id() + " " + task.title() + " (./gradlab hint " + task.id() + ")")
                .orElse(", complete");
        return lab + " " + points() + next;
    }

    /** Returns points and maximum: {@code 35/100}. */
    String points() {
        return sum(TaskResult::points) + "/" + sum(TaskResult::maximum);
    }

    private String sum(ToDoubleFunction<TaskResult> points) {
        return tasks.stream()
                .map(task -> BigDecimal.valueOf(points.applyAsDouble(task)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
    }
}
