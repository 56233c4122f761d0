package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SgdOracle;
import java.util.List;

/** What goes wrong in gradient descent. */
final class SgdMisconceptions {

    private SgdMisconceptions() {}

    static List<Misconception> of(DoubleTensor value, DoubleTensor gradient, double learningRate) {
        int rows = gradient.dim(0);
        int size = gradient.shape().size();
        return List.of(
                new Misconception(
                        "the step goes uphill: the gradient was added instead of taken away",
                        SgdOracle.step(value, gradient, -learningRate)),
                new Misconception(
                        "the gradient was divided by the parameter's first dimension (" + rows
                                + "); the loss has divided by the batch size already",
                        SgdOracle.step(value, gradient, learningRate / rows)),
                new Misconception(
                        "the gradient was divided by the count of its numbers (" + size + ")",
                        SgdOracle.step(value, gradient, learningRate / size)),
                new Misconception("the learning rate was ignored", SgdOracle.step(value, gradient, 1)),
                new Misconception(
                        "the parameter was replaced instead of changed by -η · g", gradient.times(-learningRate)),
                new Misconception("nothing was changed: write into the array of parameter.value()", value));
    }

    static List<Misconception> frozen(DoubleTensor value, DoubleTensor moved, boolean stays) {
        return stays
                ? List.of(new Misconception("a frozen parameter was changed; ask parameter.frozen() first", moved))
                : List.of(new Misconception(
                        "the step ended at the first frozen parameter; go on with the next one", value));
    }
}
