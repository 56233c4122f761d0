package io.gradlab.grader.run;

/**
 * What one check of a task brought.
 *
 * @param title as in {@link io.gradlab.grader.check.Check}
 * @param points earned
 * @param maximum what it is worth
 * @param message why it is not a PASS; empty if it is
 */
public record RungResult(String title, double points, double maximum, Outcome outcome, String message) {}
