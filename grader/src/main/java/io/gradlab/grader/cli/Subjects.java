package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.course.probe.Subject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.OwnSubmission;
import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes the subject that a command's {@code --with} asks for. {@code mine} goes through the compiler, as a submission.
 */
public final class Subjects {

    private Subjects() {}

    /**
     * Returns what runs a lab's check classes on an implementation.
     *
     * @param seed the run's seed
     * @param notice is told, in a line or a few, what is wrong with the student's files and is no task's matter
     * @throws UserError if there is no such implementation
     */
    static Function<Class<?>, TaskResult> runner(LabChecks lab, Variant variant, String seed, Consumer<String> notice) {
        if (variant != Variant.MINE) {
            return new CheckRunner(of(lab, variant), seed)::run;
        }
        try {
            CompiledSubmission mine = OwnSubmission.compile(lab.lab(), LabModules.home());
            mine.problems().stream()
                    .filter(problem -> !isShownByItsTask(problem, mine))
                    .forEach(problem -> notice.accept(problem.toString()));
            return new SubmissionChecks(mine, seed)::run;
        } catch (IllegalArgumentException | IOException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
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
