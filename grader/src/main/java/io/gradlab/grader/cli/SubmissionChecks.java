package io.gradlab.grader.cli;

import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs checks on a compiled submission: the one path of {@code grade} and of {@code check --with mine}. */
final class SubmissionChecks {
    private final CompiledSubmission submission;
    private final CheckRunner runner;

    SubmissionChecks(CompiledSubmission submission, String seed) {
        this.submission = submission;
        this.runner = new CheckRunner(new CompiledSubject(submission), seed);
    }

    /** Runs a task's checks. Where the skeleton stands in for a file, its stubs mean DID NOT COMPILE. */
    TaskResult run(Class<?> checks) {
        TaskResult result = runner.run(checks);
        @Nullable String why = submission.broken().get(result.id());
        if (why == null || result.outcome() != Outcome.NOT_STARTED) {
            return result;
        }
        List<RungResult> rungs = result.rungs().stream()
                .map(rung -> rung.outcome() == Outcome.NOT_STARTED
                        ? new RungResult(rung.title(), 0, rung.maximum(), Outcome.DID_NOT_COMPILE, why)
                        : rung)
                .toList();
        return new TaskResult(
                result.id(),
                result.title(),
                result.points(),
                result.maximum(),
                Outcome.DID_NOT_COMPILE,
                rungs,
                why,
                result.printed());
    }
}
