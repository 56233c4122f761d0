package io.gradlab.course;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import java.util.List;

/**
 * How to build and train a multi-layer perceptron.
 *
 * @param inputs numbers in a sample
 * @param hidden units of each hidden layer, first to last; may be empty
 * @param classes units of the output layer
 * @param activation follows every hidden layer; the output layer has none, its results are the logits
 * @param learningRate η of plain gradient descent
 * @param batchSize samples in a mini-batch; the last one of an epoch may be smaller
 * @param epochs passes over the training data
 * @param seed where weights and the order of the samples come from
 */
public record MlpConfig(
        int inputs,
        List<Integer> hidden,
        int classes,
        ActivationKind activation,
        double learningRate,
        int batchSize,
        int epochs,
        Seed seed) {

    /** Keeps an unmodifiable copy of the list. */
    public MlpConfig {
        hidden = List.copyOf(hidden);
    }
}
