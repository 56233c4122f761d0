package io.gradlab.grader.grading;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.TaskUses;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.grader.run.Turns;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs checks on a compiled submission: the one path of {@code grade} and of {@code check --with mine}. */
public final class SubmissionChecks {
    private static final String FIRST_MEND = "First mend ";

    private final CompiledSubmission submission;
    private final CheckRunner runner;
    private final TaskUses uses;
    private final Map<String, TaskResult> results = new HashMap<>(); // by task

    /**
     * Creates what runs the checks.
     *
     * @param subject where the submission runs
     * @param seed the run's seed
     */
    public SubmissionChecks(CompiledSubmission submission, CompiledSubject subject, String seed) {
        this(submission, subject, seed, new Turns());
    }

    /** Creates what runs the checks beside others of the same {@code turns}. */
    SubmissionChecks(CompiledSubmission submission, CompiledSubject subject, String seed, Turns turns) {
        this.submission = submission;
        this.runner = new CheckRunner(subject, seed, turns);
        this.uses = new TaskUses(submission);
    }

    /**
     * Runs a task's checks. Where the skeleton stands in for a file, its stubs mean DID NOT COMPILE; a task that is
     * wrong, and uses the student's own answer to another task that is wrong as well, says to mend that one first.
     */
    public TaskResult run(Class<?> checks) {
        TaskResult result =
                results.computeIfAbsent(checks.getAnnotation(Task.class).id(), _ -> runner.run(checks));
        @Nullable String forbidden = submission.forbidden().get(result.id());
        if (forbidden != null && result.outcome() != Outcome.NOT_STARTED) {
            return refused(result, forbidden);
        }
        @Nullable String why = submission.broken().get(result.id());
        if (why != null && result.outcome() == Outcome.NOT_STARTED) {
            return with(result, Outcome.NOT_STARTED, Outcome.DID_NOT_COMPILE, why, why);
        }
        if (result.outcome() == Outcome.FAIL && !result.message().contains(FIRST_MEND)) {
            for (String used : uses.of(result.id())) {
                if (isWrong(used)) {
                    String mend = FIRST_MEND + used + ": your answer to it is used here, and fails its own check.";
                    return with(result, Outcome.FAIL, Outcome.FAIL, result.title() + ": " + mend, mend);
                }
            }
        }
        return result;
    }

    /** Returns a result without points, whatever the checks say: the answer is not the student's own work. */
    private static TaskResult refused(TaskResult result, String why) {
        return new TaskResult(
                result.id(),
                result.title(),
                0,
                result.maximum(),
                Outcome.FORBIDDEN,
                result.rungs().stream()
                        .map(rung -> new RungResult(rung.title(), 0, rung.maximum(), Outcome.FORBIDDEN, why))
                        .toList(),
                why,
                result.printed());
    }

    private boolean isWrong(String task) {
        LabChecks lab = Catalogue.load().find(task).orElseThrow();
        Outcome outcome = results.computeIfAbsent(
                        task, _ -> runner.run(Catalogue.classes(lab, task).getFirst()))
                .outcome();
        return outcome != Outcome.PASS && outcome != Outcome.NOT_STARTED; // a stub that is met says so itself
    }

    /** Returns a result with another message, in all rungs that ended as {@code from} as well. */
    private static TaskResult with(TaskResult result, Outcome from, Outcome to, String message, String ofRung) {
        return new TaskResult(
                result.id(),
                result.title(),
                result.points(),
                result.maximum(),
                to,
                result.rungs().stream()
                        .map(rung -> rung.outcome() == from
                                ? new RungResult(rung.title(), rung.points(), rung.maximum(), to, ofRung)
                                : rung)
                        .toList(),
                message,
                result.printed());
    }
}
