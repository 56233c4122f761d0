package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Seed;

/** Labels for synthetic sets: each run of ten samples has every class once, in a random order. */
final class SyntheticLabels {
    private static final int CLASSES = 10;

    private SyntheticLabels() {}

    /** Returns the labels of samples 0 .. size - 1; a shorter set's labels are the beginning of a longer one's. */
    static byte[] of(Seed seed, String purpose, int size) {
        byte[] labels = new byte[size];
        for (int begin = 0; begin < size; begin += CLASSES) {
            int[] order = seed.stream(purpose, begin / CLASSES).permutation(CLASSES);
            for (int i = begin; i < Math.min(begin + CLASSES, size); i++) {
                labels[i] = (byte) order[i - begin];
            }
        }
        return labels;
    }
}
