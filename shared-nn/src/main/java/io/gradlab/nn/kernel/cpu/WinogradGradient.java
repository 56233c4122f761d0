package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * The gradient of a convolution with respect to its weight in a quarter of the multiplications, by the filters of {@link
 * Winograd} read the other way round: with tiles of the output's gradient g as the kernel, F(3×3, 4×4) gives 3×3 weights.
 *
 * <pre>{@code
 * for each 4×4 tile of the output's gradient g, with the 6×6 pixels d that it came from:
 *     m[f, o, c] += (A g Aᵀ)[f, o] · (Bᵀ d B)[f, c]        36 numbers f
 * dw[o, c] = Gᵀ m[o, c] G
 * }</pre>
 *
 * <p>Why it is fast: 36 multiplications for each pair of channels replace 144, and the way back from m to the weights is
 * gone once for all tiles. Tiles come in groups whose transforms stay in the cache; a group's product is one chain over
 * its tiles for each m[f, o, c], added to what the groups before gave. So the bits do not depend on the threads, which
 * share out first a group's bands and then the 36 planes.
 */
final class WinogradGradient {
    private static final int TILES = 128; // of a group; part of the result's definition

    private final Loops loops;
    private final Workers workers;
    private final ThreadLocal<WinogradSums> sums = ThreadLocal.withInitial(WinogradSums::new);
    private final WinogradTiles pixels; // v, the group's transformed pixels
    private final WinogradTiles gradients; // A g Aᵀ of the group
    private float[] m = new float[0]; // [36][O][C]

    // what the present call and group work on; read by the pieces of work, which are made once and not for each group
    private WinogradMaps maps = WinogradMaps.NONE;
    private WinogradBands bands = WinogradBands.NONE;
    private int group;
    private float[] input = {};
    private float[] outputGradient = {};
    private float[] weightGradient = {};
    private final Workers.Work takeBand = this::takeBand;
    private final Workers.Work multiplyPlane = this::multiplyPlane;
    private final Workers.Work writeOutput = o -> sums.get().transform(maps, m, o, weightGradient);

    WinogradGradient(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
        this.pixels = new WinogradTiles(loops);
        this.gradients = new WinogradTiles(loops);
    }

    /** Computes the gradient {@code [O, C, k, k]} of all images. */
    synchronized void run(
            WinogradMaps newMaps, float[] newInput, float[] newOutputGradient, float[] newWeightGradient) {
        maps = newMaps;
        input = newInput;
        outputGradient = newOutputGradient;
        weightGradient = newWeightGradient;
        bands = WinogradBands.of(maps, TILES);
        pixels.beginPixels(maps, bands);
        gradients.beginGradients(maps, bands);
        m = Scratch.atLeast(m, WinogradForm.PLANES * maps.outputs() * maps.channels());
        for (group = 0; group < bands.groups(); group++) {
            workers.run(2 * (bands.end(group) - bands.begin(group)), takeBand);
            workers.run(WinogradForm.PLANES, multiplyPlane);
        }
        workers.run(maps.outputs(), writeOutput);
    }

    /** Transforms the pixels or gradients of a band; those with more channels first, so that threads end together. */
    private void takeBand(int piece) {
        int begin = bands.begin(group);
        int count = bands.end(group) - begin;
        int band = begin + piece % count;
        int tile = bands.tiles(begin, band, maps);
        if (piece < count == maps.channels() > maps.outputs()) {
            pixels.takePixels(input, band, tile);
        } else {
            gradients.takeGradients(outputGradient, band, tile);
        }
    }

    /** Adds the group's product to one plane of m. */
    private void multiplyPlane(int f) {
        int channels = maps.channels();
        int at = f * maps.outputs() * channels;
        if (group == 0) {
            Arrays.fill(m, at, at + maps.outputs() * channels, 0);
        }
        int depth = bands.tiles(bands.begin(group), bands.end(group), maps);
        int panel = loops.tileColumns();
        int rows = loops.tileRows();
        for (int c = 0; c < channels; c += panel) {
            for (int o = 0; o < maps.outputs(); o += rows) {
                loops.tile(
                        rows,
                        depth,
                        gradients.data(),
                        gradients.at(f, o),
                        panel,
                        pixels.data(),
                        pixels.at(f, c),
                        panel,
                        m,
                        at + o * channels + c,
                        channels);
            }
        }
    }
}
