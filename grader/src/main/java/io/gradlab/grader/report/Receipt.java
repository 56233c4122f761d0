package io.gradlab.grader.report;

import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A submission's result.
 *
 * @param submission its name
 * @param student whose it is
 * @param seed where the checks' inputs came from, as {@code RunSeed.label()} says it
 * @param fingerprint of all that the automatic result depends on: the same one means the same result
 * @param evidence what an appeal needs to know
 * @param course what a course adds; it never changes what stands above
 */
public record Receipt(
        String submission,
        String student,
        String lab,
        String seed,
        String fingerprint,
        List<TaskResult> tasks,
        List<String> notes,
        List<Problem> problems,
        Evidence evidence,
        Optional<CourseSection> course) {

    /** Keeps copies. */
    public Receipt {
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** Creates an automatic result, without a course, of which an appeal would know nothing more. */
    public Receipt(
            String submission,
            String student,
            String lab,
            String seed,
            String fingerprint,
            List<TaskResult> tasks,
            List<String> notes,
            List<Problem> problems) {
        this(submission, student, lab, seed, fingerprint, tasks, notes, problems, Evidence.NONE, Optional.empty());
    }

    /** Returns the same receipt with other evidence. */
    public Receipt with(Evidence other) {
        return new Receipt(submission, student, lab, seed, fingerprint, tasks, notes, problems, other, course);
    }

    /** Returns the same automatic result with what a course adds. */
    public Receipt with(Optional<CourseSection> section) {
        return new Receipt(submission, student, lab, seed, fingerprint, tasks, notes, problems, evidence, section);
    }

    /** Returns the points that were earned. */
    public BigDecimal points() {
        return sum(TaskResult::points);
    }

    /** Returns what all tasks are worth. */
    public BigDecimal maximum() {
        return sum(TaskResult::maximum);
    }

    /** Returns the points that a person still has to give. */
    public BigDecimal pending() {
        return sum(task -> task.outcome() == Outcome.PENDING_MANUAL ? task.maximum() : 0);
    }

    /** Returns whether a task ended so. */
    public boolean has(Outcome outcome) {
        return tasks.stream().anyMatch(task -> task.outcome() == outcome);
    }

    /** Returns a number of points as it is printed: {@code 12.5}, {@code 100}. */
    public static BigDecimal plain(double points) {
        BigDecimal stripped = BigDecimal.valueOf(points).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private BigDecimal sum(ToDoubleFunction<TaskResult> points) {
        return plain(tasks.stream()
                .map(task -> BigDecimal.valueOf(points.applyAsDouble(task)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue());
    }
}
