package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Task;
import io.gradlab.nn.kernel.ActivationKind;

/** Task 1.2. */
@Task(id = "1.2", title = "tanh", points = 5)
public class TanhChecks extends ActivationChecks {

    /** Creates the checks. */
    public TanhChecks() {
        super(ActivationKind.TANH, -0.964027580, -0.761594156, 0, 0.761594156, 0.964027580);
    }
}
