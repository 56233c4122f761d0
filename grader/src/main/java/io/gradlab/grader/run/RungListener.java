package io.gradlab.grader.run;

import io.gradlab.course.probe.Failure;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.CheckFailed;
import io.gradlab.grader.check.NoAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Turns what JUnit says about each check method into a {@link RungResult}. */
final class RungListener implements TestExecutionListener {
    private final String task;
    private final List<RungResult> rungs = new ArrayList<>();

    RungListener(String task) {
        this.task = task;
    }

    List<RungResult> rungs() {
        return rungs;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest() && identifier.getSource().orElse(null) instanceof MethodSource source) {
            Check check = source.getJavaMethod().getAnnotation(Check.class);
            rungs.add(result.getThrowable()
                    .map(thrown -> stopped(check, thrown))
                    .orElseGet(() -> new RungResult(check.value(), check.points(), check.points(), Outcome.PASS, "")));
        } else if (result.getThrowable().isPresent()) {
            throw new IllegalStateException(
                    "The checks of " + task + " cannot run",
                    result.getThrowable().get());
        }
    }

    private RungResult stopped(Check check, Throwable thrown) {
        return switch (thrown) {
            case CheckFailed wrong -> partly(check, wrong);
            case NoAnswer none -> noAnswer(check, none.failure());
            default -> rung(check, Outcome.INFRASTRUCTURE, "the check itself failed: " + thrown);
        };
    }

    private static RungResult partly(Check check, CheckFailed wrong) {
        double points = Math.floor(100 * check.points() * wrong.share()) / 100;
        return new RungResult(check.value(), points, check.points(), Outcome.FAIL, String.valueOf(wrong.getMessage()));
    }

    private RungResult noAnswer(Check check, Failure failure) {
        return switch (failure.kind()) {
            case NOT_STARTED ->
                failure.task().equals(task)
                        ? rung(check, Outcome.NOT_STARTED, failure.message())
                        : rung(check, Outcome.FAIL, "First mend " + failure.task() + ": " + failure.message());
            case THREW, SIGNATURE, FLOODED -> rung(check, Outcome.FAIL, failure.message());
            case TIMED_OUT -> rung(check, Outcome.TIMED_OUT, failure.message());
            case OUT_OF_MEMORY -> rung(check, Outcome.OUT_OF_MEMORY, failure.message());
            case CRASHED -> rung(check, Outcome.CRASHED, failure.message());
        };
    }

    private static RungResult rung(Check check, Outcome outcome, String message) {
        return new RungResult(check.value(), 0, check.points(), outcome, message);
    }
}
