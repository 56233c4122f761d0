package io.gradlab.grader.oracle;

import java.util.List;

/**
 * Adam on one parameter.
 *
 * @param beta1 of the mean of the gradients
 * @param beta2 of the mean of their squares
 */
public record AdamOracle(double beta1, double beta2) {
    private static final double EPSILON = 1e-8;

    /** The usual constants. */
    public AdamOracle() {
        this(0.9, 0.999);
    }

    /** Computes the value after a step for each of the gradients. */
    public DoubleTensor steps(DoubleTensor value, List<DoubleTensor> gradients, double learningRate) {
        DoubleTensor w = value;
        DoubleTensor m = value.times(0);
        DoubleTensor v = value.times(0);
        int time = 0;
        for (DoubleTensor gradient : gradients) {
            time++;
            double first = 1 - StrictMath.pow(beta1, time);
            double second = 1 - StrictMath.pow(beta2, time);
            m = m.with(gradient, (a, g) -> beta1 * a + (1 - beta1) * g);
            v = v.with(gradient, (a, g) -> beta2 * a + (1 - beta2) * g * g);
            DoubleTensor step = m.with(v, (a, b) -> a / first / (Math.sqrt(b / second) + EPSILON));
            w = SgdOracle.step(w, step, learningRate);
        }
        return w;
    }
}
