package io.gradlab.nn.metric;

/**
 * One class against all others, as counts of samples.
 *
 * @param truePositives of the class, and predicted so
 * @param falsePositives of another class, but predicted as this one
 * @param falseNegatives of the class, but predicted as another
 * @param trueNegatives of another class, and predicted as another (whether the right one or not)
 */
public record OneVsRest(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** Returns the share of right ones among those predicted as the class, in [0, 1]; NaN if none was. */
    public double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    /** Returns the share of the class's samples that were found, in [0, 1]; NaN if the class has no sample. */
    public double recall() {
        return (double) truePositives / (truePositives + falseNegatives);
    }

    /** Returns the harmonic mean of precision and recall, in [0, 1]; NaN if the class never occurs on either side. */
    public double f1() {
        return 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
    }

    /** Returns the 2×2 matrix {@code [true][predicted]}, the class first, the rest second. */
    public long[][] toArray() {
        return new long[][] {{truePositives, falseNegatives}, {falsePositives, trueNegatives}};
    }
}
