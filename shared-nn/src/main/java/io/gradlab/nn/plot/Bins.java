package io.gradlab.nn.plot;

import java.util.List;

/** Bins of equal width from {@code low} to {@code high}; the last one holds {@code high} too. */
record Bins(double low, double high, int count) {

    private static final int FEWEST = 10;
    private static final int MOST = 60;

    /** Returns bins that hold all finite numbers: twice the root of the largest sample's size, within limits. */
    static Bins of(List<Histograms.Sample> samples) {
        int size = samples.stream()
                .mapToInt(sample -> sample.values().length)
                .max()
                .orElse(0);
        int count = Math.clamp(Math.round(2 * Math.sqrt(size)), FEWEST, MOST);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Histograms.Sample sample : samples) {
            for (float value : sample.values()) {
                if (Float.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (!(low <= high)) {
            return new Bins(-1, 1, count); // no numbers at all
        }
        double margin = low == high ? Math.max(0.1 * Math.abs(low), 1e-3) : 0;
        return new Bins(low - margin, high + margin, count);
    }

    double edge(int bin) {
        return low + (high - low) * bin / count;
    }

    int[] counts(float[] values) {
        int[] counts = new int[count];
        for (float value : values) {
            if (Float.isFinite(value)) {
                counts[Math.clamp((int) ((value - low) / (high - low) * count), 0, count - 1)]++;
            }
        }
        return counts;
    }

    /** Returns the shares of the values in percent. */
    double[] percentages(float[] values) {
        int[] counts = counts(values);
        double[] shares = new double[count];
        for (int bin = 0; bin < count; bin++) {
            shares[bin] = values.length == 0 ? 0 : 100.0 * counts[bin] / values.length;
        }
        return shares;
    }
}
