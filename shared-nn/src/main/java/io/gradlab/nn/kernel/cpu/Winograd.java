package io.gradlab.nn.kernel.cpu;

import org.jspecify.annotations.Nullable;

/**
 * Convolution with stride 1 in a quarter of the multiplications: Winograd's minimal filtering, here F(4×4, 3×3) (Lavin and
 * Gray, "Fast algorithms for convolutional neural networks", CVPR 2016).
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
    private static final int FEWEST_TILES = 32; // of a unit
    private static final int MOST_TILES = 128;
    private static final int WEIGHTS_PER_TILE = 1024; // more weights want more tiles to be read for

    private final WinogradLoops loops;
    private final Workers workers;
    private final ThreadLocal<WinogradUnit> units;
    private final ThreadLocal<WinogradWeights> transforms; // for as many outputs as the latest call had
    private float[] weights = new float[0]; // transformed: [36][O / panel][C][panel]; used by one call at a time
    private float[] zeros = new float[0]; // the bias of a convolution without one

    Winograd(Loops loops, Workers workers) {
        this.loops = loops.winograd();
        this.workers = workers;
        this.transforms = ThreadLocal.withInitial(() -> new WinogradWeights(this.loops.panel()));
        this.units = ThreadLocal.withInitial(() -> new WinogradUnit(loops));
    }

    /**
     * Computes a convolution.
     *
     * @param weight {@code [O, C, k, k]}; or, if {@code mirrored}, {@code [C, O, k, k]} to be read turned by 180°, which
     *     makes this the gradient with respect to a convolution's input
     * @param bias {@code [O]}, or null for none
     * @param floor the least a result can be
     */
    synchronized void run(
            WinogradMaps maps,
            float[] input,
            float[] weight,
            boolean mirrored,
            float @Nullable [] bias,
            float floor,
            float[] out) {
        weights = Scratch.atLeast(weights, WinogradForm.PLANES * maps.outputs() * maps.channels());
        zeros = Scratch.atLeast(zeros, maps.outputs());
        float[] added = bias == null ? zeros : bias;
        int step = WinogradWeights.CHANNELS;
        workers.run(
                maps.channels() / step,
                piece -> transforms.get().transform(maps, weight, mirrored, piece * step, weights));
        int tiles = Math.clamp((long) maps.channels() * maps.outputs() / WEIGHTS_PER_TILE, FEWEST_TILES, MOST_TILES);
        WinogradBands bands = WinogradBands.of(maps, tiles).forThreads(workers.threads());
        workers.run(bands.groups(), group -> {
            WinogradUnit unit = units.get();
            unit.begin(maps, bands);
            for (int band = bands.begin(group); band < bands.end(group); band++) {
                unit.take(input, bands, band);
            }
            unit.multiply(weights);
            unit.giveBack(bands, bands.begin(group), bands.end(group), added, floor, out);
        });
    }
}
