package io.gradlab.grader.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Where a student stands in a lab of a course: the automatic points and what people and the calendar made of them.
 *
 * @param id the student's, as in the roster
 * @param attempt the submission that counts; empty if nothing was handed in
 * @param automatic points of that submission, without overrides
 * @param notes why there are no final points, and what else is to be known; a few words each
 * @param points the final ones; empty as long as something is pending, or if nothing was handed in
 * @param maximum the automatic and the manual one together
 */
public record Standing(
        String id,
        String name,
        String attempt,
        Timing timing,
        BigDecimal automatic,
        BigDecimal automaticMaximum,
        List<ManualMark> manual,
        List<PointsOverride> overrides,
        List<String> notes,
        Optional<BigDecimal> points,
        BigDecimal maximum) {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** Keeps copies. */
    public Standing {
        manual = List.copyOf(manual);
        overrides = List.copyOf(overrides);
        notes = List.copyOf(notes);
    }

    /** Returns whether there is anything to mark: a submission, or a written part that has points. */
    public boolean isHandedIn() {
        return !attempt.isEmpty() || manualPoints().isPresent();
    }

    /** Returns the points that a person still has to give for written parts. */
    public BigDecimal pending() {
        return manual.stream()
                .filter(mark -> mark.points().isEmpty())
                .map(ManualMark::maximum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the points for written parts so far; empty if none is marked. */
    public Optional<BigDecimal> manualPoints() {
        return manual.stream().flatMap(mark -> mark.points().stream()).reduce(BigDecimal::add);
    }

    /** Returns the points before lateness counts: automatic, overrides of tasks, manual. */
    public BigDecimal gross() {
        return overrides.stream()
                .filter(override -> !override.task().isEmpty())
                .map(override -> override.points().subtract(override.was()))
                .reduce(automatic.add(manualPoints().orElse(BigDecimal.ZERO)), BigDecimal::add);
    }

    /** Returns what lateness takes away, to 0.01. */
    public BigDecimal deducted() {
        return plain(gross().multiply(timing.penalty()).divide(PERCENT, 2, RoundingMode.HALF_UP));
    }

    /** Returns the points as lateness leaves them, to 0.01. */
    public BigDecimal net() {
        return plain(gross().subtract(deducted()));
    }

    /** Returns a number of points, to 0.01, as it is printed. */
    public static BigDecimal plain(BigDecimal points) {
        return Receipt.plain(points.setScale(2, RoundingMode.HALF_UP).doubleValue());
    }

    /** Returns a copy with other overrides, notes and final points. */
    public Standing with(List<PointsOverride> others, List<String> remarks, Optional<BigDecimal> finalPoints) {
        return new Standing(
                id, name, attempt, timing, automatic, automaticMaximum, manual, others, remarks, finalPoints, maximum);
    }
}
