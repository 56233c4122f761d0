package io.gradlab.grader.oracle;

/** Softmax of rows, and the cross-entropy of it; logits and targets are {@code [N, K]}. */
public final class SoftmaxOracle {

    private SoftmaxOracle() {}

    /** Computes each row's softmax. */
    public static DoubleTensor softmax(DoubleTensor logits) {
        DoubleTensor probabilities = DoubleTensor.zeros(logits.dim(0), logits.dim(1));
        for (int n = 0; n < logits.dim(0); n++) {
            double logSum = logSumExp(logits, n);
            for (int k = 0; k < logits.dim(1); k++) {
                probabilities.data()[n * logits.dim(1) + k] = StrictMath.exp(logits.at(n, k) - logSum);
            }
        }
        return probabilities;
    }

    /** Computes the batch's mean of −Σ_k t_k log p_k. */
    public static double crossEntropy(DoubleTensor logits, DoubleTensor targets) {
        double loss = 0;
        for (int n = 0; n < logits.dim(0); n++) {
            double logSum = logSumExp(logits, n);
            for (int k = 0; k < logits.dim(1); k++) {
                loss -= targets.at(n, k) * (logits.at(n, k) - logSum);
            }
        }
        return loss / logits.dim(0);
    }

    /** Computes the gradient of {@link #crossEntropy} with respect to the logits, for targets that sum to 1. */
    public static DoubleTensor crossEntropyGradient(DoubleTensor logits, DoubleTensor targets) {
        int samples = logits.dim(0);
        return softmax(logits).with(targets, (p, t) -> (p - t) / samples);
    }

    private static double logSumExp(DoubleTensor logits, int n) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.dim(1); k++) {
            largest = Math.max(largest, logits.at(n, k));
        }
        double sum = 0;
        for (int k = 0; k < logits.dim(1); k++) {
            sum += StrictMath.exp(logits.at(n, k) - largest);
        }
        return largest + StrictMath.log(sum);
    }
}
