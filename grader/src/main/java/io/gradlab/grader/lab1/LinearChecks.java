package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.kernel.ActivationKind;

/** Task 1.0, which ships solved and earns nothing: its points are those of its siblings, set to zero. */
@Task(id = "1.0", title = "linear", points = 0)
public class LinearChecks extends ActivationChecks {

    /** Creates the checks; values of the ramp are the ramp's. */
    public LinearChecks() {
        super(ActivationKind.LINEAR, -2, -1, 0, 1, 2);
    }

    @Override
    @Check(value = "forward", points = 0, rank = 2)
    void forward(Bench bench) {
        super.forward(bench);
    }

    @Override
    @Check(value = "input gradient", points = 0, rank = 3)
    void inputGradient(Bench bench) {
        super.inputGradient(bench);
    }

    @Override
    @Check(value = "for batches of other shapes", points = 0, rank = 4)
    void otherShapes(Bench bench) {
        super.otherShapes(bench);
    }

    @Override
    @Check(value = "at ±1000", points = 0, rank = 5)
    void largeInputs(Bench bench) {
        super.largeInputs(bench);
    }

    @Override
    @Check(value = "only reads its arguments", points = 0, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        super.onlyReadsItsArguments(bench);
    }
}
