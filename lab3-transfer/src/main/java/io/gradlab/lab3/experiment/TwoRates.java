package io.gradlab.lab3.experiment;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adam with a learning rate of its own for the pretrained layers, {@code features…}: small steps for what is good already. */
final class TwoRates implements Optimizer {
    private static final String PRETRAINED = "features.";

    private final double factor; // of the pretrained layers' rate
    private final Adam fine = new Adam();
    private final Adam fresh = new Adam();

    /** Creates the optimizer; the pretrained layers' rate is {@code factor} times the others'. */
    TwoRates(double factor) {
        this.factor = factor;
    }

    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        fine.step(pretrained(parameters, true), factor * learningRate);
        fresh.step(pretrained(parameters, false), learningRate);
    }

    private static List<Parameter> pretrained(List<Parameter> parameters, boolean wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().startsWith(PRETRAINED) == wanted)
                .toList();
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        fine.state().forEach((name, tensor) -> state.put("fine." + name, tensor));
        fresh.state().forEach((name, tensor) -> state.put("fresh." + name, tensor));
        return state;
    }

    @Override
    public void restore(List<Parameter> parameters, Map<String, Tensor> state) {
        fine.restore(pretrained(parameters, true), part(state, "fine."));
        fresh.restore(pretrained(parameters, false), part(state, "fresh."));
    }

    private static Map<String, Tensor> part(Map<String, Tensor> state, String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        state.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }

    @Override
    public String toString() {
        return "Adam, pretrained layers at " + factor + " times the rate";
    }
}
