package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import java.util.List;

/**
 * Task 2.11: L2 regularization, a price {@code λ/2 · Σ w²} on large weights.
 *
 * <p>It applies to the weights and not to the biases: {@link Parameter#decayed()} says which is which. A price that is
 * only added to the loss that is shown trains nothing: its gradient, λ · w, must reach the weights.
 */
public final class PenalizedSgd implements Optimizer {
    private final double lambda; // at least 0

    /** Creates the optimizer. */
    public PenalizedSgd(double lambda) {
        this.lambda = lambda;
    }

    /** Computes {@code λ/2 · Σ w²} over all numbers of all parameters that are decayed. */
    public double penalty(List<Parameter> parameters) {
        throw new NotImplemented("2.11");
    }

    /**
     * Changes each number w in place: to {@code w - η · (g + λ · w)} in a parameter that is decayed, to {@code w - η · g}
     * in any other; frozen parameters stay as they are. The gradients are only read.
     *
     * @param learningRate η
     */
    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        throw new NotImplemented("2.11");
    }

    @Override
    public String toString() {
        return "PenalizedSgd(" + lambda + ")";
    }
}
