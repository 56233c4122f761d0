package io.gradlab.grader.oracle;

/** Entropies of distributions {@code [K]}, in nats; terms without probability are left out. */
public final class DistributionOracle {

    private DistributionOracle() {}

    /** Computes S(p) = −Σ_k p_k log p_k. */
    public static double entropy(DoubleTensor p) {
        return crossEntropy(p, p);
    }

    /** Computes H(p, q) = −Σ_k p_k log q_k. */
    public static double crossEntropy(DoubleTensor p, DoubleTensor q) {
        double sum = 0;
        for (int k = 0; k < p.dim(0); k++) {
            sum += p.data()[k] == 0 ? 0 : -p.data()[k] * StrictMath.log(q.data()[k]);
        }
        return sum;
    }

    /** Computes KL(p‖q) = Σ_k p_k log (p_k / q_k). */
    public static double divergence(DoubleTensor p, DoubleTensor q) {
        double sum = 0;
        for (int k = 0; k < p.dim(0); k++) {
            sum += p.data()[k] == 0 ? 0 : p.data()[k] * StrictMath.log(p.data()[k] / q.data()[k]);
        }
        return sum;
    }

    /** Computes a label's distribution: (1 − ε) · one-hot + ε / K. */
    public static DoubleTensor ofLabel(int label, int classes, double smoothing) {
        DoubleTensor distribution = DoubleTensor.zeros(classes).map(_ -> smoothing / classes);
        distribution.data()[label] += 1 - smoothing;
        return distribution;
    }
}
