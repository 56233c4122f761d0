package io.gradlab.course.core;

import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/** Entropies of distributions {@code [K]}; a class without probability adds nothing. */
final class CoreDistributions {

    private CoreDistributions() {}

    /** Computes −Σ p log q; the entropy, if both are the same. */
    static double crossEntropy(Tensor p, Tensor q) {
        double sum = 0;
        for (int k = 0; k < p.size(); k++) {
            sum += p.data()[k] == 0 ? 0 : -p.data()[k] * StrictMath.log(q.data()[k]);
        }
        return sum;
    }

    /** Computes Σ p log (p / q). */
    static double divergence(Tensor p, Tensor q) {
        double sum = 0;
        for (int k = 0; k < p.size(); k++) {
            sum += p.data()[k] == 0 ? 0 : p.data()[k] * StrictMath.log((double) p.data()[k] / q.data()[k]);
        }
        return sum;
    }

    static Tensor label(int label, int classes, double smoothing) {
        Tensor distribution = Tensor.zeros(classes);
        Arrays.fill(distribution.data(), (float) (smoothing / classes));
        distribution.data()[label] = (float) (1 - smoothing + smoothing / classes);
        return distribution;
    }
}
