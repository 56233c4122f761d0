package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * LeNet: two convolutions with pools, three dense layers.
 *
 * @param parameters by name, {@code conv1.weight} to {@code fc3.bias}
 * @param form how it is built; the right way, or a wrong one
 */
public record LeNetOracle(Map<String, DoubleTensor> parameters, Form form) {
    private static final ConvolutionOracle CONVOLUTION = new ConvolutionOracle(1, 0);
    private static final PoolOracle POOL = new PoolOracle(2, 2);

    /** Ways to build it. */
    public enum Form {
        /** As it is meant. */
        RIGHT,
        /** With means where the largest belong. */
        AVERAGES,
        /** With an activation after the last layer. */
        ACTIVATED_LOGITS,
        /** Without any activation. */
        LINEAR
    }

    /** Computes the logits. */
    public DoubleTensor forward(DoubleTensor input) {
        return values(input).get("fc3");
    }

    /** Computes the gradients of the right form by name, and that of the input as {@code input}. */
    public Map<String, DoubleTensor> gradients(DoubleTensor input, DoubleTensor outputGradient) {
        Map<String, DoubleTensor> values = values(input);
        Map<String, DoubleTensor> gradients = new HashMap<>();
        DoubleTensor dy = outputGradient;
        for (String name : List.of("fc3", "fc2", "fc1")) {
            dy = name.equals("fc3") ? dy : unactivated(values.get(name), dy);
            gradients.put(name + ".weight", DenseOracle.weightGradient(values.get(name + " input"), dy));
            gradients.put(name + ".bias", DenseOracle.biasGradient(dy));
            dy = DenseOracle.inputGradient(weight(name), dy);
        }
        for (String name : List.of("conv2", "conv1")) {
            DoubleTensor activated = activated(values.get(name));
            DoubleTensor pooled = new DoubleTensor(POOL.output(activated.shape()), dy.data());
            dy = unactivated(values.get(name), POOL.maximumGradient(activated, pooled));
            DoubleTensor x = values.get(name + " input");
            gradients.put(
                    name + ".weight", CONVOLUTION.weightGradient(x, weight(name).shape(), dy));
            gradients.put(name + ".bias", ConvolutionOracle.biasGradient(dy));
            dy = CONVOLUTION.inputGradient(x.shape(), weight(name), dy);
        }
        gradients.put("input", dy);
        return gradients;
    }

    /** Returns each layer's input and its output before the activation. */
    private Map<String, DoubleTensor> values(DoubleTensor input) {
        Map<String, DoubleTensor> values = new HashMap<>();
        DoubleTensor x = input;
        for (String name : List.of("conv1", "conv2")) {
            values.put(name + " input", x);
            DoubleTensor y = CONVOLUTION.forward(x, weight(name), parameters.get(name + ".bias"));
            values.put(name, y);
            x = form == Form.AVERAGES ? POOL.mean(activated(y)) : POOL.maximum(activated(y));
        }
        x = new DoubleTensor(Shape.of(x.dim(0), x.shape().withoutFirst().size()), x.data());
        for (String name : List.of("fc1", "fc2", "fc3")) {
            values.put(name + " input", x);
            DoubleTensor y = DenseOracle.forward(x, weight(name), parameters.get(name + ".bias"));
            x = activated(y);
            values.put(name, name.equals("fc3") && form == Form.ACTIVATED_LOGITS ? x : y);
        }
        return values;
    }

    private DoubleTensor weight(String name) {
        return parameters.get(name + ".weight");
    }

    private DoubleTensor activated(DoubleTensor y) {
        return form == Form.LINEAR ? y : y.map(v -> Math.max(0, v));
    }

    private static DoubleTensor unactivated(DoubleTensor y, DoubleTensor gradient) {
        return gradient.with(y, (d, v) -> v > 0 ? d : 0);
    }
}
