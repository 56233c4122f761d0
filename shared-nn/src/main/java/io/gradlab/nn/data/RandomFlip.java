package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;

/** Mirrors every second image, left to right, by chance: a shoe that points the other way is still a shoe. */
public final class RandomFlip implements Transform {

    /** Mirrors a sample {@code [C, H, W]} with probability one half. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        if (random.bits(0) < 0) {
            mirror(numbers, offset, shape);
        }
    }

    /** Mirrors a sample {@code [C, H, W]}. */
    static void mirror(float[] numbers, int offset, Shape shape) {
        int width = shape.dim(2);
        for (int row = offset; row < offset + shape.size(); row += width) {
            for (int left = row, right = row + width - 1; left < right; left++, right--) {
                float number = numbers[left];
                numbers[left] = numbers[right];
                numbers[right] = number;
            }
        }
    }

    @Override
    public String toString() {
        return "flip";
    }
}
