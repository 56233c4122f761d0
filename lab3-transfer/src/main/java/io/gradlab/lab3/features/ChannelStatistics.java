package io.gradlab.lab3.features;

import io.gradlab.nn.tensor.Tensor;

/** Mean and variance of each channel over several batches of maps. */
final class ChannelStatistics {
    private static final float LEAST_VARIANCE = 1e-6f; // of a channel that is always silent

    private double[] sums = {};
    private double[] squares = {};
    private long count; // of numbers in each channel

    /** Adds maps {@code [N, C, H, W]}. */
    void add(Tensor maps) {
        int channels = maps.dim(1);
        int area = maps.dim(2) * maps.dim(3);
        if (sums.length == 0) {
            sums = new double[channels];
            squares = new double[channels];
        }
        for (int plane = 0; plane < maps.dim(0) * channels; plane++) {
            for (int i = plane * area; i < (plane + 1) * area; i++) {
                double value = maps.data()[i];
                sums[plane % channels] += value;
                squares[plane % channels] += value * value;
            }
        }
        count += (long) maps.dim(0) * area;
    }

    /** Returns the means, {@code [C]}. */
    Tensor mean() {
        Tensor mean = Tensor.zeros(sums.length);
        for (int c = 0; c < sums.length; c++) {
            mean.data()[c] = (float) (sums[c] / count);
        }
        return mean;
    }

    /** Returns the variances, {@code [C]}, none of them zero. */
    Tensor variance() {
        Tensor variance = Tensor.zeros(sums.length);
        for (int c = 0; c < sums.length; c++) {
            double mean = sums[c] / count;
            variance.data()[c] = Math.max(LEAST_VARIANCE, (float) (squares[c] / count - mean * mean));
        }
        return variance;
    }
}
