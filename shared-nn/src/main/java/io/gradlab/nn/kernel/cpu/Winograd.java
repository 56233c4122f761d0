package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Convolution with 3×3 kernels and stride 1 in a quarter of the multiplications: Winograd's minimal filtering F(4×4, 3×3)
 * (Lavin and Gray, "Fast algorithms for convolutional neural networks", CVPR 2016).
 *
 * <pre>{@code
 * for each 4×4 tile of the output, from 6×6 pixels d of each input channel c:
 *     v[f, c]    = (Bᵀ d B)[f]                  36 numbers f
 *     m[f, o]    = Σ_c u[f, o, c] · v[f, c]     u = G w Gᵀ, the transformed weights
 *     out[o]     = Aᵀ m A + bias[o]             16 pixels
 * }</pre>
 *
 * <p>Why it is fast: 36 multiplications for each pair of channels replace 144. A unit of work is some 32 tiles, so that v
 * and m stay in the L2 cache between the three steps; the pixels of a unit are first turned round, channels innermost, so
 * that all transforms work on whole vectors of channels whatever the size of the map; and the product reads v where it
 * lies. Rounding errors grow to about 1e-5 of the largest output, which training does not notice; where the exact chains of
 * the direct method are wanted, {@link Convolution} takes that.
 *
 * <p>Each m[f, o] is one chain over c, so the bits do not depend on how tiles are grouped.
 */
final class Winograd {
    static final int TILE = 4; // output pixels on a side
    static final int PATCH = 6; // input pixels on a side
    static final int PLANES = PATCH * PATCH;
    private static final int KERNEL = 3;
    private static final int CHANNEL_STEP = 32; // channels come in whole tiles of the widest vectors
    private static final int FEWEST_TILES = 32; // of a unit
    private static final int MOST_TILES = 128;
    private static final int WEIGHTS_PER_TILE = 1024; // more weights want more tiles to be read for

    /** What a call works on: images, their maps' sizes, and the zero padding. */
    record Maps(int images, int channels, int height, int width, int outputs, int padding) {
        int outputHeight() {
            return height + 2 * padding - KERNEL + 1;
        }

        int outputWidth() {
            return width + 2 * padding - KERNEL + 1;
        }

        int tileRows() {
            return (outputHeight() + TILE - 1) / TILE;
        }

        int tileColumns() {
            return (outputWidth() + TILE - 1) / TILE;
        }
    }

    private final WinogradLoops loops;
    private final Workers workers;
    private final ThreadLocal<WinogradUnit> units;
    private final ThreadLocal<WinogradWeights> transforms; // for as many outputs as the latest call had
    private float[] weights = new float[0]; // transformed: [36][O / panel][C][panel]; used by one call at a time

    Winograd(WinogradLoops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
        this.transforms = ThreadLocal.withInitial(() -> new WinogradWeights(loops.panel()));
        this.units = ThreadLocal.withInitial(() -> new WinogradUnit(loops));
    }

    /** Returns whether this method can take a convolution from {@code channels} to {@code outputs} channels. */
    static boolean suits(int channels, int outputs) {
        return channels % CHANNEL_STEP == 0 && outputs % CHANNEL_STEP == 0;
    }

    /**
     * Computes a convolution.
     *
     * @param weight {@code [O, C, 3, 3]}; or, if {@code mirrored}, {@code [C, O, 3, 3]} to be read turned by 180°, which
     *     makes this the gradient with respect to a convolution's input
     * @param bias {@code [O]}, or null for none
     */
    synchronized void run(
            Maps maps, float[] input, float[] weight, boolean mirrored, float @Nullable [] bias, float[] out) {
        int size = PLANES * maps.outputs * maps.channels;
        if (weights.length < size) {
            weights = new float[size];
        }
        workers.run(maps.channels, c -> transforms.get().transform(maps, weight, mirrored, c, weights));
        int tiles = Math.clamp((long) maps.channels * maps.outputs / WEIGHTS_PER_TILE, FEWEST_TILES, MOST_TILES);
        int rows = Math.clamp(tiles / maps.tileColumns(), 1, maps.tileRows()); // tile rows of an image in a unit
        int bands = (maps.tileRows() + rows - 1) / rows; // of an image
        int images = Math.max(1, tiles / (maps.tileRows() * maps.tileColumns())); // in a unit, if an image is one band
        int perUnit = bands == 1 ? images : 1; // bands
        int all = maps.images * bands;
        workers.run((all + perUnit - 1) / perUnit, number -> {
            WinogradUnit unit = units.get();
            unit.begin(maps, perUnit * rows * maps.tileColumns());
            for (int band = number * perUnit; band < Math.min(all, (number + 1) * perUnit); band++) {
                int from = band % bands * rows;
                unit.take(input, band / bands, from, Math.min(maps.tileRows(), from + rows));
            }
            unit.multiply(weights);
            unit.giveBack(bias, out);
        });
    }

    /** Returns an array of at least {@code size} numbers: the given one if it suffices. */
    static float[] atLeast(float[] array, int size) {
        return array.length >= size ? array : Arrays.copyOf(array, size);
    }
}
