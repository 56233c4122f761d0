package io.gradlab.lab1.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.5: softmax, which turns each row of logits into probabilities.
 *
 * <p>For a row z of K numbers, {@code p_k = e^z_k / Σ_j e^z_j}. Nothing changes if the same number is taken away from
 * all z of a row; take away their maximum, and no exponential can overflow.
 */
public final class Softmax {

    /**
     * Computes the softmax of each row on its own.
     *
     * @param logits {@code [N, K]}, number k of sample n at {@code n * K + k}; do not change it
     * @return {@code [N, K]}: each row is positive or zero and sums to 1; finite for logits of ±1000 as well
     */
    public Tensor apply(Tensor logits) {
        throw new NotImplemented("1.5");
    }
}
