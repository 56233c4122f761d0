package io.gradlab.grader.lab2;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adam with a step of one's own. */
final class WrongAdam implements Optimizer {
    private final Mistake.AdamVariant variant;
    private final double first; // β₁
    private final double second; // β₂
    private final Map<String, double[]> moments = new HashMap<>(); // m and v in turn
    private int time;

    WrongAdam(Mistake.AdamVariant variant) {
        this(variant, 0.9, 0.999);
    }

    WrongAdam(Mistake.AdamVariant variant, double first, double second) {
        this.variant = variant;
        this.first = first;
        this.second = second;
    }

    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        time++;
        for (Parameter parameter : parameters) {
            float[] w = parameter.value().data();
            double[] both = moments.computeIfAbsent(parameter.name(), _ -> new double[2 * w.length]);
            for (int i = 0; i < w.length && !parameter.frozen(); i++) {
                double g = parameter.gradient().data()[i];
                both[2 * i] = first * both[2 * i] + (1 - first) * g;
                both[2 * i + 1] = second * both[2 * i + 1] + (1 - second) * g * g;
                w[i] = (float) (w[i] - learningRate * variant.of(both[2 * i], both[2 * i + 1], time));
            }
        }
    }
}
