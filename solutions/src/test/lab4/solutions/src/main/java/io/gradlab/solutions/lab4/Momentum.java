package io.gradlab.solutions.lab4;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Task 4.2: gradient descent that gathers speed, {@code v ← factor · v + g, w ← w - η · v}. */
public final class Momentum implements Optimizer {
    private final double factor;
    private final Map<Parameter, float[]> velocities = new IdentityHashMap<>();

    /** Creates the optimizer; every velocity is 0 at first. */
    public Momentum(double factor) {
        this.factor = factor;
    }

    /** Changes each parameter in place, and keeps its velocity for the next step. */
    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        // BEGIN SOLUTION 4.2
        for (Parameter parameter : parameters) {
            float[] w = parameter.value().data();
            float[] g = parameter.gradient().data();
            float[] v = velocities.computeIfAbsent(parameter, _ -> new float[w.length]);
            for (int i = 0; i < w.length; i++) {
                v[i] = (float) (factor * v[i] + g[i]);
                w[i] = (float) (w[i] - learningRate * v[i]);
            }
        }
        // END SOLUTION
    }
}
