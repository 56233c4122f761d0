package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * The gradient of a convolution with respect to its weight, for stride 1 and channels in whole vectors:
 *
 * <pre>{@code
 * for each image, tap (i, j), output channel o and input channel c:
 *     dw[o, i, j, c] += Σ_y,x  dy[o, y, x] · x[y + i, x + j, c]
 * }</pre>
 *
 * <p>Why it is fast: with the channels innermost, what one tap sees is a matrix that already lies in memory, its rows
 * {@code C} apart, and the nine taps of a 3×3 kernel read the same cache lines. Only dy has to be copied, once for all
 * taps. The sum runs over the padded row width, so that it is one long chain; in the columns that belong to no output, dy
 * is zero.
 */
final class WeightGradient {
    private static final int PIECES = 4; // partial sums over the images; part of the result's definition
    private static final int DEPTH = 256; // pixels of one chain; part of the result's definition
    private static final int CHANNEL_STEP = 32;

    private static final class Room {
        float[] pixels = new float[0]; // [padded height, padded width, C]
        float[] gradients = new float[0]; // strips of tile rows: [O / rows][pixel][rows]
    }

    private final Loops loops;
    private final Workers workers;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    private float[] partial = new float[0]; // PIECES times [O, taps, C]

    WeightGradient(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    static boolean suits(WindowGeometry window, int channels, int outputs) {
        return window.stride() == 1 && channels % CHANNEL_STEP == 0 && outputs % ChannelsLast.STREAMS == 0;
    }

    synchronized void run(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        int images = input.dim(0);
        int size = weightGradient.size();
        int pieces = Math.min(PIECES, images);
        partial = Winograd.atLeast(partial, pieces * size);
        workers.run(pieces, piece -> {
            Arrays.fill(partial, piece * size, (piece + 1) * size, 0);
            for (int n = piece * images / pieces; n < (piece + 1) * images / pieces; n++) {
                add(window, input, outputGradient, n, piece * size);
            }
        });
        for (int piece = 1; piece < pieces; piece++) {
            loops.add(partial, 0, partial, piece * size, size);
        }
        write(weightGradient);
    }

    /** Adds one image's share to the partial sums at {@code at}. */
    private void add(WindowGeometry window, Tensor input, Tensor outputGradient, int n, int at) {
        int channels = input.dim(1);
        int outputs = outputGradient.dim(1);
        int width = outputGradient.dim(3) + window.kernelWidth() - 1; // padded
        int height = outputGradient.dim(2) + window.kernelHeight() - 1;
        int length = outputGradient.dim(2) * width - (window.kernelWidth() - 1);
        Room room = rooms.get();
        room.pixels = Winograd.atLeast(room.pixels, height * width * channels);
        ChannelsLast.turn(
                new ChannelsLast.Planes(input.data(), n, channels, input.dim(2), input.dim(3)),
                window.padding(),
                -window.padding(),
                height,
                width,
                room.pixels);
        int strip = loops.tileRows();
        room.gradients = Winograd.atLeast(room.gradients, outputs * outputGradient.dim(2) * width);
        takeGradients(outputGradient, n, width, strip, room.gradients);
        int taps = window.kernelHeight() * window.kernelWidth();
        int stripSize = outputGradient.dim(2) * width * strip;
        for (int pixel = 0; pixel < length; pixel += DEPTH) {
            int depth = Math.min(DEPTH, length - pixel);
            for (int tap = 0; tap < taps; tap++) {
                int shift = tap / window.kernelWidth() * width + tap % window.kernelWidth();
                for (int c = 0; c < channels; c += loops.tileColumns()) {
                    int seen = (pixel + shift) * channels + c;
                    for (int o = 0; o < outputs; o += strip) {
                        loops.tile(
                                strip,
                                depth,
                                room.gradients,
                                o / strip * stripSize + pixel * strip,
                                room.pixels,
                                seen,
                                channels,
                                partial,
                                at + (o * taps + tap) * channels + c,
                                taps * channels);
                    }
                }
            }
        }
    }

    /** Copies dy into strips, its rows widened by zeros. */
    private static void takeGradients(Tensor outputGradient, int n, int width, int strip, float[] to) {
        int outputs = outputGradient.dim(1);
        int rows = outputGradient.dim(2);
        int columns = outputGradient.dim(3);
        int plane = rows * columns;
        for (int o = 0; o < outputs; o += strip) {
            for (int y = 0; y < rows; y++) {
                int at = (o * rows + y * strip) * width;
                int source = (n * outputs + o) * plane + y * columns;
                if (strip == ChannelsLast.STREAMS) {
                    ChannelsLast.turn(outputGradient.data(), source, plane, columns, to, at, strip);
                } else {
                    turnFour(outputGradient.data(), source, plane, columns, to, at);
                }
                Arrays.fill(to, at + columns * strip, at + width * strip, 0);
            }
        }
    }

    private static void turnFour(float[] from, int at, int plane, int count, float[] to, int toAt) {
        for (int x = 0; x < count; x++) {
            to[toAt + 4 * x] = from[at + x];
            to[toAt + 4 * x + 1] = from[at + x + plane];
            to[toAt + 4 * x + 2] = from[at + x + 2 * plane];
            to[toAt + 4 * x + 3] = from[at + x + 3 * plane];
        }
    }

    /** Turns the sums {@code [O, taps, C]} into {@code [O, C, kh, kw]}. */
    private void write(Tensor weightGradient) {
        int channels = weightGradient.dim(1);
        int taps = weightGradient.dim(2) * weightGradient.dim(3);
        float[] to = weightGradient.data();
        workers.run(weightGradient.dim(0), o -> {
            for (int tap = 0; tap < taps; tap++) {
                int at = (o * taps + tap) * channels;
                for (int c = 0; c < channels; c++) {
                    to[(o * channels + c) * taps + tap] = partial[at + c];
                }
            }
        });
    }
}
