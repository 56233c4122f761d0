package io.gradlab.grader.lab2;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adam with a step of one's own. */
final class WrongAdam implements Optimizer {
    private final Mistake.AdamVariant variant;
    private final Map<String, double[]> moments = new HashMap<>(); // m and v in turn
    private int time;

    WrongAdam(Mistake.AdamVariant variant) {
        this.variant = variant;
    }

    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        time++;
        for (Parameter parameter : parameters) {
            float[] w = parameter.value().data();
            double[] both = moments.computeIfAbsent(parameter.name(), _ -> new double[2 * w.length]);
            for (int i = 0; i < w.length && !parameter.frozen(); i++) {
                double g = parameter.gradient().data()[i];
                both[2 * i] = 0.9 * both[2 * i] + 0.1 * g;
                both[2 * i + 1] = 0.999 * both[2 * i + 1] + 0.001 * g * g;
                w[i] = (float) (w[i] - learningRate * variant.of(both[2 * i], both[2 * i + 1], time));
            }
        }
    }
}
