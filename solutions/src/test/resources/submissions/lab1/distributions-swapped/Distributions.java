package io.gradlab.lab1.student;

import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.4: how uncertain a distribution is, and how far one is from another.
 *
 * <p>A distribution p over K classes is a tensor {@code [K]} of numbers that are not negative and sum to 1. All
 * logarithms are natural ones ({@code StrictMath.log}), so the unit is the nat. Where p_k is 0, the term k is 0 as well,
 * for {@code x log x} goes to 0 with x; but {@code 0 * StrictMath.log(0)} is NaN, so leave such terms out. Add up in
 * {@code double}.
 */
public final class Distributions {

    /**
     * Computes the entropy {@code S(p) = -Σ_k p_k log p_k}: 0 if one class is certain, {@code log K} if all are equal.
     *
     * @param p {@code [K]}; do not change it
     */
    public double entropy(Tensor p) {
        double sum = 0;
        for (float probability : p.data()) {
            if (probability > 0) {
                sum -= probability * StrictMath.log(probability);
            }
        }
        return sum;
    }

    /**
     * Computes the cross-entropy {@code H(p, q) = -Σ_k p_k log q_k}: what it costs to expect q where p is true.
     *
     * <p>The two have their places: p is the truth, and q, under the logarithm, the prediction. If a q_k is 0 where p_k
     * is not, the result is infinite.
     *
     * @param p the truth, {@code [K]}; do not change it
     * @param q the prediction, {@code [K]}; do not change it
     */
    public double crossEntropy(Tensor p, Tensor q) {
        double sum = 0;
        for (int k = 0; k < p.size(); k++) {
            if (q.data()[k] > 0) {
                sum -= q.data()[k] * StrictMath.log(p.data()[k]);
            }
        }
        return sum;
    }

    /**
     * Computes the Kullback-Leibler divergence {@code KL(p‖q) = Σ_k p_k log p_k - Σ_k p_k log q_k}: what of the
     * cross-entropy the prediction is to blame for. It is 0 if q = p, and positive otherwise.
     *
     * @param p the truth, {@code [K]}; do not change it
     * @param q the prediction, {@code [K]}; do not change it
     */
    public double divergence(Tensor p, Tensor q) {
        return crossEntropy(p, q) - entropy(p);
    }

    /**
     * Returns a label as a distribution: every class gets {@code smoothing / classes}, and the label's own class
     * {@code 1 - smoothing} on top. With smoothing 0 it is one-hot; with 0.1 and ten classes the label gets 0.91 and
     * each other class 0.01.
     *
     * @param label in 0 .. classes - 1
     * @param smoothing in [0, 1]
     * @return {@code [classes]}
     */
    public Tensor ofLabel(int label, int classes, double smoothing) {
        Tensor distribution = Tensor.zeros(classes);
        for (int k = 0; k < classes; k++) {
            double certain = k == label ? 1 - smoothing : 0;
            distribution.data()[k] = (float) (certain + smoothing / classes);
        }
        return distribution;
    }
}
