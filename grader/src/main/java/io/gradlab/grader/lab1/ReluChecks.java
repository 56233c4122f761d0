package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Task;
import io.gradlab.nn.kernel.ActivationKind;

/** Task 1.3. */
@Task(id = "1.3", title = "ReLU", points = 5)
public class ReluChecks extends ActivationChecks {

    /** Creates the checks. */
    public ReluChecks() {
        super(ActivationKind.RELU, 0, 0, 0, 1, 2);
    }
}
