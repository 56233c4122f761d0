package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.course.probe.Subject;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.OwnSubmission;
import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.grader.worker.Limits;
import io.gradlab.grader.worker.WorkerSubject;
import io.gradlab.grader.worker.Workplace;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Makes the subject that a command's {@code --with} asks for. {@code mine} goes through the compiler, as a submission.
 */
public final class Subjects {
    private static final int PATIENT_HOURS = 8;

    private Subjects() {}

    /**
     * Returns what runs a lab's check classes on an implementation. The student's runs in a process of its own, as in
     * grading, but in no sandbox: it is his own machine.
     *
     * @param seed the run's seed
     * @param notice is told, in a line or a few, what is wrong with the student's files and is no task's matter
     * @throws UserError if there is no such implementation
     */
    static Checker checker(LabChecks lab, Variant variant, String seed, Consumer<String> notice) {
        if (variant != Variant.MINE) {
            return new Trusted(new CheckRunner(of(lab, variant), seed));
        }
        CompiledSubmission mine = mine(lab, notice);
        return checker(mine, Workplace.open(Limits.standard()), seed);
    }

    /**
     * Returns what runs a lab's check classes on the student's code in this process, with hours for each probe: for who
     * stops at breakpoints.
     */
    static Checker debugged(LabChecks lab, String seed, Consumer<String> notice) {
        CompiledSubmission mine = mine(lab, notice);
        SubmissionChecks checks =
                new SubmissionChecks(mine, CompiledSubject.inProcess(mine, Duration.ofHours(PATIENT_HOURS)), seed);
        return new InProcess(checks);
    }

    private static CompiledSubmission mine(LabChecks lab, Consumer<String> notice) {
        try {
            CompiledSubmission mine = OwnSubmission.compile(lab.lab(), LabModules.home());
            mine.problems().stream()
                    .filter(problem -> !isShownByItsTask(problem, mine))
                    .forEach(problem -> notice.accept(problem.toString()));
            return mine;
        } catch (IllegalArgumentException | IOException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        }
    }

    /** Returns what runs check classes on a submission, in workers of the given place. */
    static Checker checker(CompiledSubmission submission, Workplace workplace, String seed) {
        return new Submitted(submission, workplace, seed);
    }

    /** Code of this class path, in this process. */
    private record Trusted(CheckRunner runner) implements Checker {
        @Override
        public TaskResult run(Class<?> checks) {
            return runner.run(checks);
        }

        @Override
        public void close() {}
    }

    /** The student's code, in this process. */
    private record InProcess(SubmissionChecks checks) implements Checker {
        @Override
        public TaskResult run(Class<?> task) {
            return checks.run(task);
        }

        @Override
        public void close() {}
    }

    /** A submission, in workers. */
    private static final class Submitted implements Checker {
        private final WorkerSubject worker;
        private final SubmissionChecks checks;

        Submitted(CompiledSubmission submission, Workplace workplace, String seed) {
            this.worker = workplace.subject(CompiledSubject.start(submission));
            this.checks = new SubmissionChecks(submission, CompiledSubject.of(submission, worker), seed);
        }

        @Override
        public TaskResult run(Class<?> task) {
            return checks.run(task);
        }

        @Override
        public void close() {
            worker.close();
        }
    }

    private static boolean isShownByItsTask(Problem problem, CompiledSubmission mine) {
        return mine.broken().values().stream().anyMatch(why -> why.contains(problem.toString()))
                || mine.signatures().containsValue(problem.message());
    }

    /**
     * Returns the subject of a lab's implementation.
     *
     * @throws UserError if the class path has none
     */
    public static Subject of(LabChecks lab, Variant variant) {
        try {
            Object implementation = Labs.find(lab.lab(), lab.contract(), variant);
            return new DirectSubject(
                    lab.contract(), implementation, () -> Labs.find(lab.lab(), lab.contract(), Variant.CORE));
        } catch (IllegalArgumentException absent) {
            throw new UserError(String.valueOf(absent.getMessage()), absent);
        }
    }
}
