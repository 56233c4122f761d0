package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of a Winograd convolution: some tiles of one or a few images, on their way from pixels to v, to m and
 * back. A band is a run of whole tile rows of one image.
 */
final class WinogradUnit {
    private final WinogradLoops loops;
    private Winograd.Maps maps = new Winograd.Maps(0, 0, 0, 0, 0, 0);
    private float[] pixels = new float[0]; // of one band, channels innermost, with padding
    private float[] v = new float[0]; // [36][tiles][C]
    private float[] m = new float[0]; // [36][tiles][O]
    private final float[] half = new float[WinogradLoops.HALF];
    private int capacity; // tiles, a multiple of eight
    private int tiles;
    private int[] bands = new int[0]; // image, first and last tile row of each band, and its first tile
    private int bandCount;

    WinogradUnit(WinogradLoops loops) {
        this.loops = loops;
    }

    void begin(Winograd.Maps maps, int mostTiles) {
        this.maps = maps;
        capacity = (mostTiles + 7) / 8 * 8;
        tiles = 0;
        bandCount = 0;
        v = Winograd.atLeast(v, Winograd.PLANES * capacity * maps.channels());
        m = Winograd.atLeast(m, Winograd.PLANES * capacity * maps.outputs());
    }

    /** Takes the tile rows {@code from} to {@code to - 1} of an image: turns its pixels round and transforms them. */
    void take(float[] input, int image, int from, int to) {
        bands = bands.length < 4 * bandCount + 4 ? Arrays.copyOf(bands, 4 * bandCount + 16) : bands;
        bands[4 * bandCount] = image;
        bands[4 * bandCount + 1] = from;
        bands[4 * bandCount + 2] = to;
        bands[4 * bandCount + 3] = tiles;
        bandCount++;
        int channels = maps.channels();
        int columns = maps.tileColumns() * Winograd.TILE + 2;
        int rows = (to - from) * Winograd.TILE + 2;
        pixels = Winograd.atLeast(pixels, rows * columns * channels);
        ChannelsLast.turn(
                new ChannelsLast.Planes(input, image, channels, maps.height(), maps.width()),
                maps.padding(),
                from * Winograd.TILE - maps.padding(),
                rows,
                columns,
                channels,
                pixels);
        for (int row = 0; row < to - from; row++) {
            for (int column = 0; column < maps.tileColumns(); column++) {
                loops.transformInput(
                        pixels,
                        (row * Winograd.TILE * columns + column * Winograd.TILE) * channels,
                        columns * channels,
                        channels,
                        v,
                        tiles * channels,
                        capacity * channels,
                        half);
                tiles++;
            }
        }
    }

    /** Computes m = u · v for each of the 36 planes. */
    void multiply(float[] weights) {
        int channels = maps.channels();
        int outputs = maps.outputs();
        int panel = loops.panel();
        for (int f = 0; f < Winograd.PLANES; f++) {
            for (int o = 0; o < outputs; o += panel) {
                int u = (f * outputs + o) * channels;
                for (int tile = 0; tile < tiles; tile += WinogradLoops.ROWS) {
                    loops.product(
                            channels,
                            v,
                            (f * capacity + tile) * channels,
                            channels,
                            weights,
                            u,
                            m,
                            (f * capacity + tile) * outputs + o,
                            outputs);
                }
            }
        }
    }

    /** Transforms m back to pixels, and writes them with the bias added. */
    void giveBack(float @Nullable [] bias, float[] out) {
        int outputs = maps.outputs();
        int columns = maps.tileColumns() * Winograd.TILE;
        for (int band = 0; band < bandCount; band++) {
            int from = bands[4 * band + 1];
            int to = bands[4 * band + 2];
            int tile = bands[4 * band + 3];
            pixels = Winograd.atLeast(pixels, (to - from) * Winograd.TILE * columns * outputs);
            for (int row = 0; row < to - from; row++) {
                for (int column = 0; column < maps.tileColumns(); column++) {
                    loops.transformOutput(
                            m,
                            tile * outputs,
                            capacity * outputs,
                            outputs,
                            pixels,
                            (row * Winograd.TILE * columns + column * Winograd.TILE) * outputs,
                            columns * outputs,
                            half);
                    tile++;
                }
            }
            turnBack(bias, out, bands[4 * band], from, to, columns);
        }
    }

    private void turnBack(float @Nullable [] bias, float[] out, int image, int from, int to, int columns) {
        int outputs = maps.outputs();
        int plane = maps.outputHeight() * maps.outputWidth();
        for (int y = from * Winograd.TILE; y < Math.min(maps.outputHeight(), to * Winograd.TILE); y++) {
            int at = (y - from * Winograd.TILE) * columns * outputs;
            for (int o = 0; o < outputs; o += ChannelsLast.STREAMS) {
                int target = (image * outputs + o) * plane + y * maps.outputWidth();
                ChannelsLast.turnBack(pixels, at + o, outputs, maps.outputWidth(), out, target, plane);
            }
            if (bias != null) {
                addBias(bias, out, (image * outputs) * plane + y * maps.outputWidth(), plane);
            }
        }
    }

    private void addBias(float[] bias, float[] out, int at, int plane) {
        for (int o = 0; o < maps.outputs(); o++) {
            for (int x = at + o * plane; x < at + o * plane + maps.outputWidth(); x++) {
                out[x] += bias[o];
            }
        }
    }
}
