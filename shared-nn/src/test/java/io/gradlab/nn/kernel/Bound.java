package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Tensor;
import java.util.function.IntToDoubleFunction;

/**
 * How far a kernel's float32 results may be from the definition in double precision; u = 2^-24 is the largest relative
 * error of one rounding.
 *
 * <table>
 * <caption>Bounds</caption>
 * <tr><th>kernel</th><th>bound</th><th>why</th></tr>
 * <tr><td>matrix products, dense, direct convolutions and their gradients, sums</td><td>{@code 4·√K·u·Σ|a·b|}</td>
 *     <td>K roundings, each relative to a partial sum, which is at most Σ|a·b|, add up like a random walk (Higham and
 *     Mary, 2019, theorem 2.4); K counts the bias or what was there before as well</td></tr>
 * <tr><td>Winograd's convolutions</td><td>{@code 6·√K·u·max Σ|a·b|}, over all results</td><td>the transforms mix the 36
 *     pixels of a patch with factors up to 5, 8 and 16, so errors do not shrink at a result that is small, or at the
 *     border</td></tr>
 * <tr><td>Winograd's weight gradients</td><td>{@code 96·√T·u·max Σ|a·b|}, T patches</td><td>the same; but a patch's errors, which
 *     the sums over 32 or more channels average out there, may here be those of one single patch</td></tr>
 * <tr><td>max pooling, ReLU and its gradient, copies</td><td>0</td><td>nothing is rounded</td></tr>
 * <tr><td>sigmoid, tanh</td><td>{@code 3e-7}</td><td>as stated by {@code Polynomials}, and within what CUDA states for expf and tanhf</td></tr>
 * <tr><td>their gradients</td><td>{@code 4·u·|dy|}</td><td>three roundings of numbers of at most |dy|</td></tr>
 * <tr><td>softmax</td><td>{@code (4e-7 + 4·(√K + r)·u)·p}</td><td>exp's own error, that of a sum of K, and that of x - max,
 *     at most r·u for logits that are r apart</td></tr>
 * <tr><td>batch norm</td><td>{@code 8·√K·u·(|γ|·X + |β|)}, X = 1 + max|x| / σ</td><td>x - mean loses what x is larger than
 *     the deviation; the gradients square the loss</td></tr>
 * <tr><td>optimizers, averages, dropout</td><td>{@code 8·u·Σ|terms|}</td><td>fewer than eight roundings of the update's terms
 *     </td></tr>
 * </table>
 */
final class Bound {
    static final double U = 0x1p-24;
    private static final double WALK = 4; // deviations of the random walk
    private static final double WINOGRAD = 6;
    private static final double WINOGRAD_GRADIENT = 96;

    private Bound() {}

    /** Returns the bound of a sum of {@code terms} products whose absolute values add up to {@code absolute}. */
    static double sum(long terms, double absolute) {
        return WALK * Math.sqrt(terms) * U * absolute;
    }

    /** Returns the bound of an output of Winograd's method. */
    static double winograd(long terms, double largestAbsolute) {
        return WINOGRAD * Math.sqrt(terms) * U * largestAbsolute;
    }

    /** Returns the bound of a weight gradient by Winograd's method, from so many patches of 6×6 pixels. */
    static double winogradGradient(long patches, double largestAbsolute) {
        return WINOGRAD_GRADIENT * Math.sqrt(patches) * U * largestAbsolute;
    }

    /** Returns the bound of a few roundings of terms that add up to {@code absolute}. */
    static double few(double absolute) {
        return 8 * U * absolute;
    }

    /** Requires |actual - expected| ≤ bound at each element, or both infinite or NaN alike. */
    static void require(Tensor actual, double[] expected, IntToDoubleFunction bound, String what) {
        if (actual.size() != expected.length) {
            throw new AssertionError(what + " has " + actual.size() + " elements, expected " + expected.length);
        }
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual.data()[i] - expected[i]);
            double allowed = bound.applyAsDouble(i);
            if (!(difference <= allowed)) {
                throw new AssertionError(what + ": element " + i + " is " + actual.data()[i] + ", expected "
                        + expected[i] + " within " + allowed);
            }
        }
    }
}
