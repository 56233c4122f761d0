package io.gradlab.nn.metric;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean with its 95 % confidence interval.
 *
 * @param mean in the values' unit
 * @param margin half the interval's width, at least 0
 */
public record MeanInterval(double mean, double margin) {
    private static final double LEVEL = 0.975; // both tails together leave 5 %
    private static final double NORMAL_QUANTILE = 1.96;

    /**
     * Returns the interval of Student's t for independent values, for example one accuracy for each seed: margin = t(n - 1) ·
     * s / √n.
     *
     * @param values at least 2; one value says nothing of its scatter
     */
    public static MeanInterval of(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(
                    "An interval needs at least 2 values, but got " + Arrays.toString(values));
        }
        double quantile = new TDistribution(values.length - 1.0).inverseCumulativeProbability(LEVEL);
        double deviation = Math.sqrt(StatUtils.variance(values));
        return new MeanInterval(StatUtils.mean(values), quantile * deviation / Math.sqrt(values.length));
    }

    /** Returns the normal approximation for one accuracy in [0, 1] that was measured on so many samples. */
    public static MeanInterval binomial(double accuracy, int samples) {
        return new MeanInterval(accuracy, NORMAL_QUANTILE * Math.sqrt(accuracy * (1 - accuracy) / samples));
    }

    /** Returns whether the whole interval lies above the value. */
    public boolean clears(double value) {
        return mean - margin > value;
    }

    /** Returns the same in percent of 1: {@code 89.43 ± 0.35}. */
    public String percent() {
        return String.format(Locale.ROOT, "%.2f ± %.2f", 100 * mean, 100 * margin);
    }
}
