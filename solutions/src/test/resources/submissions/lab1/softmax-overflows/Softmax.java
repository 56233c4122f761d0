package io.gradlab.lab1.student;

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
        int samples = logits.dim(0);
        int classes = logits.dim(1);
        Tensor probabilities = Tensor.zeros(samples, classes);
        float[] z = logits.data();
        float[] p = probabilities.data();
        for (int n = 0; n < samples; n++) {
            int row = n * classes;
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                largest = Math.max(largest, z[row + k]);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += StrictMath.exp(z[row + k]);
            }
            for (int k = 0; k < classes; k++) {
                p[row + k] = (float) (StrictMath.exp(z[row + k]) / sum);
            }
        }
        return probabilities;
    }
}
