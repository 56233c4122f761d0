package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Seed;
import java.util.Arrays;

/** Cuts a set at random into parts that share no sample: training, validation, test. */
public final class Split {

    private Split() {}

    /**
     * Returns the samples of each part: consecutive runs of one random permutation of 0 .. size - 1.
     *
     * @param purpose names the permutation; the same seed and purpose give the same parts
     * @param sizes the parts' sizes, in sum at most {@code size}; samples left over are in no part
     */
    public static int[][] shuffledParts(int size, Seed seed, String purpose, int... sizes) {
        int[] order = seed.stream(purpose).permutation(size);
        int[][] parts = new int[sizes.length][];
        int begin = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] < 0 || sizes[i] > size - begin) {
                throw new IllegalArgumentException(
                        "Cannot cut " + size + " samples into parts of " + Arrays.toString(sizes));
            }
            parts[i] = Arrays.copyOfRange(order, begin, begin + sizes[i]);
            begin += sizes[i];
        }
        return parts;
    }
}
