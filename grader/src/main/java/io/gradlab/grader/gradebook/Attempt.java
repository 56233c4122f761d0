package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import java.util.stream.Stream;

/** Something handed in and what the checks say of it. */
record Attempt(HandIn handIn, Receipt receipt) {

    /** Returns the tasks whose points are not known yet: the grader had trouble, or a person has to look. */
    List<TaskResult> open() {
        return Stream.of(Outcome.INFRASTRUCTURE, Outcome.PENDING_MANUAL)
                .flatMap(outcome -> receipt.tasks().stream().filter(task -> task.outcome() == outcome))
                .toList();
    }
}
