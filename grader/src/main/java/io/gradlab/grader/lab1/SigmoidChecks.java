package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Task;
import io.gradlab.nn.kernel.ActivationKind;

/** Task 1.1. */
@Task(id = "1.1", title = "sigmoid", points = 5)
public class SigmoidChecks extends ActivationChecks {

    /** Creates the checks. */
    public SigmoidChecks() {
        super(ActivationKind.SIGMOID, 0.119202922, 0.268941421, 0.5, 0.731058579, 0.880797078);
    }
}
