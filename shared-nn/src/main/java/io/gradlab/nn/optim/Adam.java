package io.gradlab.nn.optim;

import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adam (Kingma and Ba, 2015), with PyTorch's constants β₁ 0.9, β₂ 0.999, ε 1e-8 and L2 penalty on weights. */
public final class Adam implements Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final String TIME = "time";

    private final double weightDecay;
    private final Moments first = new Moments("moment1");
    private final Moments second = new Moments("moment2");
    private final Updates updates = new Updates(first, second);
    private long time; // steps taken

    /** Creates the optimizer without a penalty. */
    public Adam() {
        this(0);
    }

    /** Creates the optimizer; {@code weightDecay} is λ of the penalty λ/2 · Σw² over the weights, at least 0. */
    public Adam(double weightDecay) {
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException("Weight decay is at least 0, but got " + weightDecay);
        }
        this.weightDecay = weightDecay;
    }

    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        time++;
        AdamStep biases = AdamStep.at(time, learningRate, BETA1, BETA2, EPSILON, 0);
        AdamStep weights = biases.withWeightDecay(weightDecay);
        updates.handOver(parameters, (kernels, list) -> kernels.adam(weights, biases, list));
    }

    @Override
    public Map<String, Tensor> state() {
        if (time == 0) {
            return Map.of();
        }
        Map<String, Tensor> state = new LinkedHashMap<>(first.state());
        state.putAll(second.state());
        state.put(TIME, Tensor.vector(time >>> 24, time & 0xFFFFFF)); // each half is exact as a float
        return state;
    }

    @Override
    public void restore(List<Parameter> parameters, Map<String, Tensor> state) {
        first.restore(parameters, state);
        second.restore(parameters, state);
        Tensor saved = state.get(TIME);
        time = saved == null ? 0 : ((long) saved.at(0) << 24) + (long) saved.at(1);
    }

    @Override
    public String toString() {
        return "Adam(weight decay " + weightDecay + ")";
    }
}
