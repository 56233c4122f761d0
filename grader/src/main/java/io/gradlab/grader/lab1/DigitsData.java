package io.gradlab.grader.lab1;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;

/**
 * Built-in digits, shrunk to 14 × 14 pixels.
 *
 * @param training what the network learns from
 * @param heldOut others, whose labels stay in the grader
 */
record DigitsData(Samples training, Samples heldOut) {
    /** Numbers in a sample. */
    static final int INPUTS = 14 * 14;

    private static final int TRAINING = 4000;
    private static final int HELD_OUT = 2000;
    private static final int SIDE = 28;

    /** Draws the digits of a seed. */
    static DigitsData of(Seed seed) {
        Dataset digits = SyntheticDigits.digits(seed, TRAINING + HELD_OUT);
        return new DigitsData(samples(digits, 0, TRAINING), samples(digits, TRAINING, HELD_OUT));
    }

    private static Samples samples(Dataset digits, int first, int count) {
        Tensor inputs = Tensor.zeros(count, INPUTS);
        int[] labels = new int[count];
        float[] pixels = new float[SIDE * SIDE];
        for (int n = 0; n < count; n++) {
            digits.read(first + n, pixels, 0);
            shrink(pixels, inputs.data(), n * INPUTS);
            labels[n] = digits.label(first + n);
        }
        return new Samples(inputs, labels);
    }

    /** Writes the mean of each 2 × 2 pixels. */
    private static void shrink(float[] pixels, float[] target, int offset) {
        for (int i = 0; i < INPUTS; i++) {
            int corner = i / (SIDE / 2) * 2 * SIDE + i % (SIDE / 2) * 2;
            target[offset + i] =
                    (pixels[corner] + pixels[corner + 1] + pixels[corner + SIDE] + pixels[corner + SIDE + 1]) / 4;
        }
    }
}
