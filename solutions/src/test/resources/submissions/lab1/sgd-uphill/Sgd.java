package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import java.util.List;

/**
 * Task 1.9: plain stochastic gradient descent, {@code w ← w - η · g}.
 *
 * <p>The gradient points uphill, so each step goes a little way in the opposite direction.
 */
public final class Sgd implements Optimizer {

    /**
     * Changes the number w of each parameter in place to {@code w - η · g}, with g from its gradient.
     *
     * <p>A parameter that is {@link Parameter#frozen() frozen} stays as it is. The gradients are only read.
     *
     * @param parameters weights and biases alike
     * @param learningRate η
     */
    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        for (Parameter parameter : parameters) {
            if (parameter.frozen()) {
                continue;
            }
            float[] w = parameter.value().data();
            float[] g = parameter.gradient().data();
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (w[i] + learningRate * g[i]);
            }
        }
    }

    @Override
    public String toString() {
        return "Sgd";
    }
}
