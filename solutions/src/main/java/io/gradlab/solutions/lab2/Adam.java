package io.gradlab.solutions.lab2;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Task 2.10: Adam (Kingma and Ba, 2015), gradient descent with a step of its own for each number.
 *
 * <p>It keeps two running means for each number: m of the gradient and v of its square, both 0 to start from.
 */
public final class Adam implements Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Map<String, double[]> first = new HashMap<>(); // m, by the parameter's name
    private final Map<String, double[]> second = new HashMap<>(); // v, by the parameter's name
    private long time; // t, the number of steps begun

    /**
     * Counts the step, t ← t + 1, and for each number w of each parameter that is not frozen, with its gradient g:
     *
     * <pre>
     * m ← β₁ m + (1 - β₁) g          m̂ = m / (1 - β₁ᵗ)
     * v ← β₂ v + (1 - β₂) g²         v̂ = v / (1 - β₂ᵗ)
     * w ← w - η m̂ / (√v̂ + ε)
     * </pre>
     *
     * <p>The gradients are only read.
     *
     * @param parameters the same at every step; their names differ
     * @param learningRate η
     */
    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        // BEGIN SOLUTION 2.10
        time++;
        for (Parameter parameter : parameters) {
            if (parameter.frozen()) {
                continue;
            }
            float[] w = parameter.value().data();
            float[] g = parameter.gradient().data();
            double[] m = first.computeIfAbsent(parameter.name(), _ -> new double[w.length]);
            double[] v = second.computeIfAbsent(parameter.name(), _ -> new double[w.length]);
            for (int i = 0; i < w.length; i++) {
                m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
                v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
                double mean = m[i] / (1 - StrictMath.pow(BETA1, time));
                double square = v[i] / (1 - StrictMath.pow(BETA2, time));
                w[i] = (float) (w[i] - learningRate * mean / (Math.sqrt(square) + EPSILON));
            }
        }
        // END SOLUTION
    }

    @Override
    public String toString() {
        return "Adam";
    }
}
