package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Draws sizes, of which many lie at the edges of tiles and blocks, and numbers. How many geometries a test goes through is
 * {@code -Dgradlab.geometries} (200, thousands in the profile {@code thorough}; see {@link KernelChoices} for devices);
 * {@code -Dgradlab.seed} draws others; {@code -Dgradlab.geometry} takes a single one.
 */
final class Geometry {
    private static final int[] TILES = {1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 512};

    private final RandomStream random;
    private long drawn;

    private Geometry(RandomStream random) {
        this.random = random;
    }

    /** Runs a test over all geometries; a failure says how to run the failing one alone. */
    static void forEach(String name, Consumer<Geometry> test) {
        long seed = Long.getLong("gradlab.seed", 1);
        int only = Integer.getInteger("gradlab.geometry", -1);
        int count = KernelChoices.geometries();
        for (int number = Math.max(0, only); number < (only < 0 ? count : only + 1); number++) {
            try {
                test.accept(new Geometry(new Seed(seed).stream(name, number)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "geometry " + number + " (alone: -Dgradlab.seed=" + seed + " -Dgradlab.geometry=" + number
                                + "): " + e.getMessage(),
                        e);
            }
        }
    }

    /** Returns a number in [0, bound). */
    int below(int bound) {
        return random.below(drawn++, bound);
    }

    /** Returns a number in 1 .. most: as often as not beside or at a multiple of a tile's size, else any. */
    int size(int most) {
        int kind = below(4);
        if (kind < 2) {
            int size = TILES[below(TILES.length)] * (1 + below(3)) + below(3) - 1;
            if (size >= 1 && size <= most) {
                return size;
            }
        }
        return 1 + (kind == 2 ? below(Math.min(most, 9)) : below(most));
    }

    /** Returns how many channels: often 1, 3 or a multiple of 32, where methods of their own begin. */
    int channels(int most) {
        return switch (below(6)) {
            case 0 -> 1;
            case 1 -> 3;
            case 2, 3 -> Math.min(most, 32 * (1 + below(2)));
            default -> size(most);
        };
    }

    /** Returns a window of 1 to 7 rows and columns, strides 1 to 3: half of them square with stride 1, many 3×3. */
    WindowGeometry window() {
        if (below(2) == 0) {
            int kernel = below(2) == 0 ? 3 : 1 + below(7);
            return WindowGeometry.square(kernel, 1, below(kernel + 1));
        }
        int height = 1 + below(7);
        int width = 1 + below(7);
        return new WindowGeometry(height, width, 1 + below(3), below(Math.max(height, width) + 1));
    }

    /** Returns numbers in [low, high). */
    Tensor tensor(Shape shape, double low, double high) {
        return KernelChoices.drawn(new RandomStream(random.bits(drawn++)).uniforms(shape, (float) low, (float) high));
    }

    /** Returns numbers in [-1, 1). */
    Tensor tensor(int... dimensions) {
        return tensor(Shape.of(dimensions), -1, 1);
    }

    /** Returns a tensor for results, full of a number that no result is. */
    static Tensor full(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        java.util.Arrays.fill(tensor.data(), 12345);
        return tensor;
    }

    /** Returns a stream for dropout. */
    RandomStream stream() {
        return new RandomStream(random.bits(drawn++));
    }
}
