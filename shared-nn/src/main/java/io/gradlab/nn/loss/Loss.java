package io.gradlab.nn.loss;

import io.gradlab.nn.tensor.Tensor;

/** What training makes small. */
public interface Loss {

    /**
     * Computes the batch's mean loss and its gradient.
     *
     * @param logits {@code [N, K]}, the network's output, before any softmax
     * @param targets {@code [N, K]}, each row a distribution over the K classes
     */
    LossResult compute(Tensor logits, Tensor targets);

    /** Returns how much of every value does not come from the samples: a penalty that is shown with the loss, usually 0. */
    default double penalty() {
        return 0;
    }
}
