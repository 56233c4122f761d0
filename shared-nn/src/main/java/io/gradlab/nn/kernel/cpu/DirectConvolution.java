package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Convolution with channels innermost, for channels in whole vectors and any kernel and stride:
 *
 * <pre>{@code
 * for each output pixel (y, x), channel o and kernel row i:
 *     out[y, x, o] += Σ_j,c  x[y·s + i, x·s + j, c] · w[i, (j, c), o]
 * }</pre>
 *
 * <p>Why it is fast: a kernel row sees {@code kw · C} neighbours in memory, so a pixel's place in the turned image is all
 * that the inner tile needs; eight pixels, wherever they are, make a full tile, and nothing is unfolded or wasted at the
 * edges of small maps.
 */
final class DirectConvolution {
    private static final int ROWS = 8;
    private static final int CHANNEL_STEP = 32;

    /** What a call works on; {@code left} and {@code top} are zeros before the first column and row. */
    record Maps(int images, int channels, int height, int width, int outputs, int outputHeight, int outputWidth) {}

    private static final class Room {
        float[] pixels = new float[0]; // [padded height, padded width, C]
        float[] results = new float[0]; // [pixel, O], the pixels rounded up to eight
    }

    private final Loops loops;
    private final Workers workers;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    private float[] weights = new float[0]; // [kh][O / panel][kw · C][panel]
    private int[] places = new int[0]; // where each output pixel's window begins in a turned image
    private final Frame inputFrame = new Frame();
    private final Frame resultFrame = new Frame();

    DirectConvolution(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    static boolean suits(int channels, int outputs) {
        return channels % Frame.GROUP == 0 && outputs % CHANNEL_STEP == 0;
    }

    /**
     * Computes a convolution.
     *
     * @param weight {@code [O, C, kh, kw]}; or, if {@code mirrored}, {@code [C, O, kh, kw]} to be read turned by 180°
     * @param bias {@code [O]}, or null for none
     * @param floor the least a result can be
     */
    synchronized void run(
            WindowGeometry window,
            Maps maps,
            float[] input,
            float[] weight,
            boolean mirrored,
            float @Nullable [] bias,
            float floor,
            float[] out) {
        int seen = (maps.outputWidth - 1) * window.stride() + window.kernelWidth();
        int width = Math.max(seen, window.padding() + maps.width);
        int height = (maps.outputHeight - 1) * window.stride() + window.kernelHeight();
        packWeights(window, maps, weight, mirrored);
        findPlaces(window, maps, width);
        inputFrame.fit(maps.channels, maps.height, maps.width, window.padding(), width, maps.channels);
        resultFrame.fit(
                maps.outputs, maps.outputHeight, maps.outputWidth, 0, maps.outputWidth, maps.outputs + Frame.APART);
        workers.run(maps.images, n -> {
            Room room = rooms.get();
            room.pixels = Scratch.atLeast(room.pixels, height * width * maps.channels);
            inputFrame.turn(loops, input, n, -window.padding(), height, room.pixels);
            multiply(window, maps, width, bias, room);
            ElementWise.raise(room.results, 0, maps.outputHeight * maps.outputWidth * resultFrame.stride(), floor);
            resultFrame.turnBack(loops, room.results, out, n, 0, maps.outputHeight);
        });
    }

    private void multiply(WindowGeometry window, Maps maps, int width, float @Nullable [] bias, Room room) {
        int pixels = maps.outputHeight * maps.outputWidth;
        int outputs = maps.outputs;
        int depth = window.kernelWidth() * maps.channels;
        int panel = loops.tileColumns();
        int stride = resultFrame.stride();
        room.results = Scratch.atLeast(room.results, roundUp(pixels) * stride);
        for (int pixel = 0; pixel < pixels; pixel++) {
            if (bias == null) {
                Arrays.fill(room.results, pixel * stride, pixel * stride + outputs, 0);
            } else {
                System.arraycopy(bias, 0, room.results, pixel * stride, outputs);
            }
        }
        for (int o = 0; o < outputs; o += panel) {
            for (int i = 0; i < window.kernelHeight(); i++) {
                int b = (i * outputs + o) * depth;
                int shift = i * width * maps.channels;
                for (int pixel = 0; pixel < pixels; pixel += ROWS) {
                    loops.placeTile(
                            depth,
                            room.pixels,
                            places,
                            pixel,
                            shift,
                            weights,
                            b,
                            room.results,
                            pixel * stride + o,
                            stride);
                }
            }
        }
    }

    private void packWeights(WindowGeometry window, Maps maps, float[] weight, boolean mirrored) {
        int kernel = window.kernelHeight() * window.kernelWidth();
        int channels = maps.channels;
        int depth = window.kernelWidth() * channels;
        int panel = loops.tileColumns();
        weights = Scratch.atLeast(weights, kernel * channels * maps.outputs);
        workers.run(maps.outputs, o -> {
            for (int k = 0; k < kernel; k++) {
                int i = k / window.kernelWidth();
                int j = k % window.kernelWidth();
                int to = (i * maps.outputs + o / panel * panel) * depth + j * channels * panel + o % panel;
                for (int c = 0; c < channels; c++) {
                    weights[to + c * panel] = mirrored
                            ? weight[(c * maps.outputs + o) * kernel + kernel - 1 - k]
                            : weight[(o * channels + c) * kernel + k];
                }
            }
        });
    }

    /** Finds where each output pixel's window begins; the places after the last are those of pixel 0. */
    private void findPlaces(WindowGeometry window, Maps maps, int width) {
        int pixels = maps.outputHeight * maps.outputWidth;
        places = places.length == roundUp(pixels) ? places : new int[roundUp(pixels)];
        for (int pixel = 0; pixel < places.length; pixel++) {
            int inside = pixel < pixels ? pixel : 0;
            int y = inside / maps.outputWidth * window.stride();
            int x = inside % maps.outputWidth * window.stride();
            places[pixel] = (y * width + x) * maps.channels;
        }
    }

    private static int roundUp(int pixels) {
        return (pixels + ROWS - 1) / ROWS * ROWS;
    }
}
