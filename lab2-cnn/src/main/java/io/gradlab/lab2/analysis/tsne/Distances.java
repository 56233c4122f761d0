package io.gradlab.lab2.analysis.tsne;

import java.util.Arrays;

/** Squared Euclidean distances between vectors, and the nearest ones. */
public final class Distances {
    private final float[][] units; // [unit][sample]: the loop over samples is the inner one
    private final int samples;

    /** Takes vectors [sample][unit]. */
    public Distances(float[][] vectors) {
        samples = vectors.length;
        units = new float[vectors[0].length][samples];
        for (int sample = 0; sample < samples; sample++) {
            for (int unit = 0; unit < units.length; unit++) {
                units[unit][sample] = vectors[sample][unit];
            }
        }
    }

    /** Returns the squared distances of one sample to all, itself included. */
    public float[] from(int sample) {
        float[] sums = new float[samples];
        for (float[] unit : units) {
            float own = unit[sample];
            for (int other = 0; other < samples; other++) {
                float difference = unit[other] - own;
                sums[other] += difference * difference;
            }
        }
        return sums;
    }

    /**
     * Returns the {@code count} nearest samples, nearest first, of equals the first; never the sample itself.
     *
     * @param distances what {@link #from} returned for the sample
     */
    public static int[] nearest(float[] distances, int sample, int count) {
        long[] keys = new long[distances.length];
        for (int other = 0; other < keys.length; other++) {
            // Not negative, so that the bits of a float are in the order of its values.
            keys[other] = ((long) Float.floatToIntBits(distances[other]) << 32) | other;
        }
        keys[sample] = Long.MAX_VALUE;
        Arrays.sort(keys);
        int[] nearest = new int[Math.min(count, keys.length - 1)];
        for (int rank = 0; rank < nearest.length; rank++) {
            nearest[rank] = (int) keys[rank];
        }
        return nearest;
    }
}
