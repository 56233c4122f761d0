package io.gradlab.solutions.lab2;

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
        // BEGIN SOLUTION 2.11
        double squares = 0;
        for (Parameter parameter : parameters) {
            if (parameter.decayed()) {
                for (float w : parameter.value().data()) {
                    squares += (double) w * w;
                }
            }
        }
        return lambda / 2 * squares;
        // END SOLUTION
    }

    /**
     * Changes each number w in place: to {@code w - η · (g + λ · w)} in a parameter that is decayed, to {@code w - η · g}
     * in any other; frozen parameters stay as they are. The gradients are only read.
     *
     * @param learningRate η
     */
    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        // BEGIN SOLUTION 2.11
        for (Parameter parameter : parameters) {
            if (parameter.frozen()) {
                continue;
            }
            double pull = parameter.decayed() ? lambda : 0;
            float[] w = parameter.value().data();
            float[] g = parameter.gradient().data();
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (w[i] - learningRate * (g[i] + pull * w[i]));
            }
        }
        // END SOLUTION
    }

    @Override
    public String toString() {
        return "PenalizedSgd(" + lambda + ")";
    }
}
