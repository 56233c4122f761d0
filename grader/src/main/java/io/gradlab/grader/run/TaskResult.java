package io.gradlab.grader.run;

import java.util.List;

/**
 * What a task brought.
 *
 * @param points earned, to 0.01
 * @param maximum what the task is worth, whatever happened
 * @param outcome PASS if every rung passed, else the outcome of the first that did not
 * @param rungs in the ladder's order
 * @param message why it is not a PASS, for the student; empty if it is
 * @param printed what the implementation printed, possibly cut
 */
public record TaskResult(
        String id,
        String title,
        double points,
        double maximum,
        Outcome outcome,
        List<RungResult> rungs,
        String message,
        String printed) {

    /** Keeps an unmodifiable copy of the list. */
    public TaskResult {
        rungs = List.copyOf(rungs);
    }
}
