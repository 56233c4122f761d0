package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.ManualMark;
import io.gradlab.grader.report.PointsOverride;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.Standing;
import io.gradlab.grader.report.Timing;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks a student's hand-in to a lab: (automatic points with overrides + manual points) less what lateness costs, unless the
 * whole lab is overridden.
 */
final class Marking {
    private final CourseFiles files;
    private final Assignment lab;
    private final BigDecimal automaticMaximum;

    Marking(CourseFiles files, Assignment lab, BigDecimal automaticMaximum) {
        this.files = files;
        this.lab = lab;
        this.automaticMaximum = automaticMaximum;
    }

    /** Returns what the lab is worth. */
    BigDecimal maximum() {
        return automaticMaximum.add(lab.manualMaximum());
    }

    /** Returns where a student stands who handed in nothing that runs. */
    Standing of(Student student) {
        return finish(student, standing(student, "", timing(student, Optional.empty()), BigDecimal.ZERO), List.of());
    }

    /** Returns where a student stands if an attempt counts. */
    Standing of(Student student, Attempt attempt) {
        Receipt receipt = attempt.receipt();
        List<PointsOverride> overrides = new ArrayList<>();
        for (TaskResult task : receipt.tasks()) {
            files.overrides()
                    .ofTask(student, lab.lab(), task.id())
                    .ifPresent(value -> overrides.add(new PointsOverride(
                            task.id(), Receipt.plain(task.points()), value.points(), value.reason())));
        }
        Timing timing = timing(student, Optional.of(attempt.handIn()));
        List<String> notes = new ArrayList<>();
        if (timing.submitted().isEmpty()) {
            notes.add(attempt.handIn().late() ? "time unknown, but late as the platform says" : "time unknown");
        }
        return finish(
                student,
                standing(student, attempt.handIn().submission(), timing, receipt.points())
                        .with(overrides, notes, Optional.empty()),
                open(student, attempt));
    }

    /** Returns why an attempt's points are not known yet. */
    List<String> open(Student student, Attempt attempt) {
        return attempt.open().stream()
                .filter(task ->
                        files.overrides().ofTask(student, lab.lab(), task.id()).isEmpty())
                .map(Marking::open)
                .toList();
    }

    private Standing standing(Student student, String attempt, Timing timing, BigDecimal automatic) {
        List<ManualMark> manual = lab.items().stream()
                .map(item -> files.manual().of(student, item))
                .toList();
        return new Standing(
                student.id(),
                student.name(),
                attempt,
                timing,
                automatic,
                automaticMaximum,
                manual,
                List.of(),
                List.of(),
                Optional.empty(),
                maximum());
    }

    private Standing finish(Student student, Standing standing, List<String> open) {
        BigDecimal net = standing.net();
        List<PointsOverride> overrides = new ArrayList<>(standing.overrides());
        List<String> notes = new ArrayList<>(standing.notes());
        if (standing.attempt().isEmpty()) {
            notes.add("nothing handed in");
        }
        Optional<Overrides.Value> whole = files.overrides().ofLab(student, lab.lab());
        if (whole.isPresent()) {
            overrides.add(new PointsOverride(
                    "", net, whole.get().points(), whole.get().reason()));
            return standing.with(overrides, notes, whole.map(Overrides.Value::points));
        }
        notes.addAll(open);
        boolean pending = standing.isHandedIn() && standing.pending().signum() > 0;
        if (pending) {
            notes.add("manual: " + Standing.plain(standing.pending()).toPlainString() + " pending");
        }
        boolean known = standing.isHandedIn() && !pending && open.isEmpty();
        return standing.with(overrides, notes, known ? Optional.of(net) : Optional.empty());
    }

    private static String open(TaskResult task) {
        return task.outcome() == Outcome.INFRASTRUCTURE
                ? task.id() + ": the grader had trouble; grade it again"
                : task.id() + ": a person has to look at it";
    }

    private Timing timing(Student student, Optional<HandIn> handIn) {
        Optional<ZonedDateTime> extension = files.extensions().find(student, lab.lab());
        ZonedDateTime deadline = extension.orElse(lab.deadline());
        Course course = files.course();
        Optional<OffsetDateTime> submitted = handIn.flatMap(HandIn::submitted)
                .map(time -> time.atZone(course.zone()).toOffsetDateTime());
        int daysLate = submitted
                .map(time -> course.late().daysLate(deadline, time.toInstant()))
                .orElse(0);
        return new Timing(
                submitted,
                deadline.toOffsetDateTime(),
                extension.isPresent(),
                daysLate,
                course.late().penalty(daysLate));
    }
}
