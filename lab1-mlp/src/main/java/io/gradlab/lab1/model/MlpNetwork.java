package io.gradlab.lab1.model;

import io.gradlab.course.Lab1;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The network 784-256-128-64-10 with one activation after every hidden layer; its output is the logits. */
public final class MlpNetwork {
    private static final int[] UNITS = {784, 256, 128, 64, 10};

    private MlpNetwork() {}

    /**
     * Returns the network, {@code [N, 1, 28, 28]} to {@code [N, 10]}, with layers of the given implementation.
     */
    public static Sequential create(Lab1 parts, ActivationKind activation, FirstWeights firstWeights, Seed seed) {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        layers.put("flatten", new Flatten());
        for (int i = 1; i < UNITS.length; i++) {
            Shape shape = Shape.of(UNITS[i], UNITS[i - 1]);
            Tensor weight = firstWeights.weight(shape, seed.stream("fc" + i + ".weight"));
            layers.put("fc" + i, parts.dense(weight, Tensor.zeros(UNITS[i])));
            if (i < UNITS.length - 1) {
                layers.put(activation.label() + i, parts.activation(activation));
            }
        }
        return new Sequential(layers);
    }
}
