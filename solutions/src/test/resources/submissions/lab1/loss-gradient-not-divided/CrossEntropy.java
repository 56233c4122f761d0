package io.gradlab.lab1.student;

import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.6: cross-entropy of softmax(logits), with its gradient.
 *
 * <p>For one sample with logits z and target distribution t (usually 1 at the true class and 0 elsewhere) the loss is
 * {@code -Σ_k t_k log p_k} with {@code p = softmax(z)}. A batch's loss is the mean over its N samples.
 *
 * <p>Do not take the logarithm of a probability that was computed before: with logits 200 apart it is log 0. Write
 * {@code log p_k = z_k - m - log Σ_j e^(z_j - m)} with m the largest of the row's logits ("log-sum-exp").
 */
public final class CrossEntropy implements Loss {

    /**
     * Computes the mean loss and its gradient with respect to the logits.
     *
     * <p>For targets that sum to 1 the gradient is {@code (p - t) / N}. The division by N belongs here, because the
     * loss is a mean; no layer divides again.
     *
     * @param logits z, {@code [N, K]}
     * @param targets t, {@code [N, K]}; each row sums to 1, and may be soft, for example 0.9 and 0.1
     * @return the loss in nats, and its gradient {@code [N, K]}
     */
    @Override
    public LossResult compute(Tensor logits, Tensor targets) {
        int samples = logits.dim(0);
        int classes = logits.dim(1);
        Tensor gradient = Tensor.zeros(samples, classes);
        float[] z = logits.data();
        float[] t = targets.data();
        float[] dz = gradient.data();
        double loss = 0;
        for (int n = 0; n < samples; n++) {
            int row = n * classes;
            double logSum = logSumExp(z, row, classes);
            for (int k = 0; k < classes; k++) {
                double logProbability = z[row + k] - logSum;
                loss -= t[row + k] * logProbability;
                dz[row + k] = (float) (StrictMath.exp(logProbability) - t[row + k]);
            }
        }
        return new LossResult(loss / samples, gradient);
    }

    /** Computes {@code log Σ_k e^z_k} of the {@code classes} numbers that begin at {@code row}, without overflow. */
    static double logSumExp(float[] z, int row, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, z[row + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += StrictMath.exp(z[row + k] - largest);
        }
        return largest + StrictMath.log(sum);
    }
}
