package io.gradlab.grader.oracle;

import io.gradlab.nn.kernel.ActivationKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron with its loss: dense layers, an activation after each but the last, softmax cross-entropy.
 *
 * @param weights of each dense layer, {@code [out, in]}
 * @param biases of each dense layer, {@code [out]}
 */
public record MlpOracle(ActivationKind activation, List<DoubleTensor> weights, List<DoubleTensor> biases) {

    /** The gradients of the loss with respect to each dense layer's weight and bias. */
    public record Gradients(List<DoubleTensor> weights, List<DoubleTensor> biases) {}

    /** Computes the logits, {@code [N, K]}. */
    public DoubleTensor forward(DoubleTensor input) {
        return preActivations(input).getLast();
    }

    /** Computes the mean loss. */
    public double loss(DoubleTensor input, DoubleTensor targets) {
        return SoftmaxOracle.crossEntropy(forward(input), targets);
    }

    /** Computes the loss's gradients by back-propagation. */
    public Gradients gradients(DoubleTensor input, DoubleTensor targets) {
        List<DoubleTensor> preActivations = preActivations(input);
        List<DoubleTensor> weightGradients = new ArrayList<>();
        List<DoubleTensor> biasGradients = new ArrayList<>();
        DoubleTensor gradient = SoftmaxOracle.crossEntropyGradient(preActivations.getLast(), targets);
        for (int layer = weights.size() - 1; layer >= 0; layer--) {
            DoubleTensor below =
                    layer == 0 ? input : ActivationOracle.forward(activation, preActivations.get(layer - 1));
            weightGradients.addFirst(DenseOracle.weightGradient(below, gradient));
            biasGradients.addFirst(DenseOracle.biasGradient(gradient));
            if (layer > 0) {
                gradient = DenseOracle.inputGradient(weights.get(layer), gradient);
                gradient = ActivationOracle.backward(activation, preActivations.get(layer - 1), gradient);
            }
        }
        return new Gradients(weightGradients, biasGradients);
    }

    private List<DoubleTensor> preActivations(DoubleTensor input) {
        List<DoubleTensor> outputs = new ArrayList<>();
        DoubleTensor tensor = input;
        for (int layer = 0; layer < weights.size(); layer++) {
            outputs.add(DenseOracle.forward(tensor, weights.get(layer), biases.get(layer)));
            tensor = ActivationOracle.forward(activation, outputs.getLast());
        }
        return outputs;
    }
}
