package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;

/**
 * Mirrors each image, left to right, in every second epoch; chance decides in which one first (Jordan, 2024, section 3.6).
 * With {@link RandomFlip} an image often comes twice running in the same direction; here two epochs show both.
 */
public final class AlternatingFlip implements Transform {

    /** Mirrors a sample {@code [C, H, W]} with probability one half: outside training no epoch is known. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        if (random.bits(0) < 0) {
            RandomFlip.mirror(numbers, offset, shape);
        }
    }

    /** Mirrors a sample {@code [C, H, W]} if it is its turn. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, Turn turn) {
        long first = turn.seed().stream("alternating flip").bits(turn.sample()) >>> 63;
        if ((first + turn.epoch()) % 2 == 0) {
            RandomFlip.mirror(numbers, offset, shape);
        }
    }

    @Override
    public String toString() {
        return "alternating flip";
    }
}
