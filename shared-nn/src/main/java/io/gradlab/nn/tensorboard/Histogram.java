package io.gradlab.nn.tensorboard;

/** How numbers are spread, in bins of equal width between the smallest and the largest; NaN and infinities are left out. */
final class Histogram {
    private static final int BINS = 30; // as many as TensorBoard shows

    private Histogram() {}

    /** Returns the message HistogramProto. */
    static Message of(float[] numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
                count++;
                sum += number;
                squares += (double) number * number;
            }
        }
        boolean spread = low < high;
        Message message = new Message()
                .float64(1, count == 0 ? 0 : low)
                .float64(2, count == 0 ? 0 : high)
                .float64(3, count)
                .float64(4, sum)
                .float64(5, squares);
        if (count == 0) {
            return message.float64s(6, new double[] {0}).float64s(7, new double[] {0});
        }
        return spread
                ? message.float64s(6, limits(low, high)).float64s(7, counts(numbers, low, high))
                : message.float64s(6, new double[] {high}).float64s(7, new double[] {count});
    }

    /** Returns each bin's upper end. */
    private static double[] limits(double low, double high) {
        double[] limits = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            limits[bin] = low + (high - low) * (bin + 1) / BINS;
        }
        limits[BINS - 1] = high; // exactly
        return limits;
    }

    private static double[] counts(float[] numbers, double low, double high) {
        double[] counts = new double[BINS];
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                counts[Math.min(BINS - 1, (int) (BINS * (number - low) / (high - low)))]++;
            }
        }
        return counts;
    }
}
