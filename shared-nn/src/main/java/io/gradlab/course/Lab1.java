package io.gradlab.course;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;

/** The contract of lab 1: the parts of a multi-layer perceptron, from scratch. */
public interface Lab1 {

    /** Returns a new element-wise activation layer (tasks 1.0 to 1.3); it takes tensors of any shape. */
    Layer activation(ActivationKind kind);

    /**
     * Computes each row's softmax (task 1.5).
     *
     * @param logits {@code [N, K]}, finite
     * @return {@code [N, K]}: rows of probabilities that sum to 1, finite however large the logits are
     */
    Tensor softmax(Tensor logits);

    /** Returns the cross-entropy of softmax(logits) against target distributions, with its gradient (task 1.6). */
    Loss crossEntropy();

    /**
     * Returns a dense layer, {@code Y = X · Wᵀ + b} (task 1.8).
     *
     * @param weight {@code [out, in]}, becomes the parameter {@code weight}; used, not copied
     * @param bias {@code [out]}, becomes the parameter {@code bias}; used, not copied
     */
    Layer dense(Tensor weight, Tensor bias);

    /** Returns plain stochastic gradient descent, {@code w ← w − η · g} (task 1.9). */
    Optimizer sgd();

    /**
     * Returns an untrained multi-layer perceptron (task 1.11).
     *
     * @param parts where the network takes its layers, loss and optimizer from
     */
    Classifier mlp(MlpConfig config, Lab1 parts);
}
