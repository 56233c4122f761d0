package io.gradlab.lab1.student;

import io.gradlab.course.LossVerdict;
import io.gradlab.nn.tensor.Tensor;

/** Task 1.13: reading a published result as a referee does. Each method takes numbers and gives a verdict. */
public final class Referee {
    private static final double NORMAL_95 = 1.96; // 95 % of normal numbers are within so many deviations
    private static final double GUESSING = 0.99; // of ln K

    /**
     * Says whether a published accuracy can come from a test set of so many samples: is there a number k of right
     * answers, 0 .. samples, so that {@code 100 k / samples}, rounded to the decimals that were printed, is it?
     *
     * <p>The nearest k is {@code Math.round(percent / 100 * samples)}. Its percentage may be off by half a unit of the
     * last decimal, {@code 0.5 · 10^-decimals}; allow 1e-9 more, for doubles are not exact.
     *
     * @param percent as printed, for example 89.2833
     * @param decimals how many were printed, for example 4
     */
    public boolean isPossible(double percent, int decimals, int samples) {
        double unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit /= 10;
        }
        double nearest = 100.0 * Math.round(percent / 100 * samples) / samples;
        return Math.abs(nearest - percent) <= unit / 2 + 1e-9;
    }

    /**
     * Returns how far an accuracy that was measured on so many samples may be from the true one, either way, with 95 %
     * confidence: {@code 1.96 √(a (1 - a) / samples)}, by the normal approximation of the binomial distribution.
     *
     * @param accuracy a, in [0, 1]
     */
    public double margin(double accuracy, int samples) {
        return Math.sqrt(accuracy * (1 - accuracy) / samples);
    }

    /**
     * Says whether two accuracies, each measured on so many samples, differ by more than chance explains: by more than
     * {@code √(margin² + margin²)} of both.
     *
     * @param one in [0, 1]
     * @param other in [0, 1]
     */
    public boolean differ(double one, double other, int samples) {
        double first = margin(one, samples);
        double second = margin(other, samples);
        return Math.abs(one - other) > Math.sqrt(first * first + second * second);
    }

    /**
     * Says what a training's losses mean, as {@link LossVerdict} has it.
     *
     * @param losses the mean loss of each epoch, {@code [epochs]}, at least one
     * @param classes K
     */
    public LossVerdict judge(Tensor losses, int classes) {
        float[] loss = losses.data();
        for (int epoch = 0; epoch < loss.length; epoch++) {
            if (!Float.isFinite(loss[epoch])) {
                return epoch == 0 ? LossVerdict.EXPLODES_AT_ONCE : LossVerdict.EXPLODES_LATE;
            }
        }
        boolean guesses = loss[loss.length - 1] >= GUESSING * StrictMath.log(classes);
        return guesses ? LossVerdict.PLATEAU : LossVerdict.LEARNS;
    }
}
