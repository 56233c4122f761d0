package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import java.util.Arrays;

/**
 * Moves each image by a few pixels in both directions, by chance; what comes in from outside is zero, or the image's own
 * reflection at its edge.
 */
public final class RandomShift implements Transform {
    private final int most;
    private final boolean reflecting;

    /**
     * Creates the transform, zeros coming in; {@code most} pixels at most, at least 1, and each way as likely as none.
     */
    public RandomShift(int most) {
        this(most, false);
    }

    /**
     * Creates the transform with the image's reflection coming in, for images of more than {@code 2 · most} pixels a
     * side.
     */
    public static RandomShift reflecting(int most) {
        return new RandomShift(most, true);
    }

    private RandomShift(int most, boolean reflecting) {
        if (most < 1) {
            throw new IllegalArgumentException("A shift is of at least 1 pixel, but got " + most);
        }
        this.most = most;
        this.reflecting = reflecting;
    }

    /** Moves all channels of a sample {@code [C, H, W]} alike. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        int down = random.below(0, 2 * most + 1) - most;
        int right = random.below(1, 2 * most + 1) - most;
        int plane = shape.dim(1) * shape.dim(2);
        for (int begin = offset; begin < offset + shape.size(); begin += plane) {
            move(numbers, begin, shape.dim(1), shape.dim(2), down, right);
            if (reflecting) {
                reflect(numbers, begin, shape.dim(1), shape.dim(2), down, right);
            }
        }
    }

    /** Moves one plane; rows are read before they are overwritten, whichever way it goes. */
    private static void move(float[] numbers, int begin, int height, int width, int down, int right) {
        int kept = Math.max(0, width - Math.abs(right));
        for (int i = 0; i < height; i++) {
            int row = down > 0 ? height - 1 - i : i;
            int target = begin + row * width;
            int from = row - down;
            if (from < 0 || from >= height || kept == 0) {
                Arrays.fill(numbers, target, target + width, 0);
                continue;
            }
            int source = begin + from * width;
            System.arraycopy(numbers, source + Math.max(0, -right), numbers, target + Math.max(0, right), kept);
            int gap = right > 0 ? target : target + kept;
            Arrays.fill(numbers, gap, gap + width - kept, 0);
        }
    }

    /** Fills what came in with the moved image's reflection, the pixel at the edge itself not repeated. */
    private static void reflect(float[] numbers, int begin, int height, int width, int down, int right) {
        int top = Math.max(0, down);
        int bottom = height - 1 + Math.min(0, down); // of the moved image, inclusive
        int first = Math.max(0, right);
        int last = width - 1 + Math.min(0, right);
        for (int y = top; y <= bottom; y++) {
            int row = begin + y * width;
            for (int x = 0; x < first; x++) {
                numbers[row + x] = numbers[row + 2 * first - x];
            }
            for (int x = last + 1; x < width; x++) {
                numbers[row + x] = numbers[row + 2 * last - x];
            }
        }
        for (int y = 0; y < top; y++) {
            System.arraycopy(numbers, begin + (2 * top - y) * width, numbers, begin + y * width, width);
        }
        for (int y = bottom + 1; y < height; y++) {
            System.arraycopy(numbers, begin + (2 * bottom - y) * width, numbers, begin + y * width, width);
        }
    }

    @Override
    public String toString() {
        return "shift by up to " + most + (reflecting ? ", reflecting" : "");
    }
}
