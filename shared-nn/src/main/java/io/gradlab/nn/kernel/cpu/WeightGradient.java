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
 * <p>Why it is fast: with the channels innermost, what one tap sees of a pixel is a row that already lies in memory, and the
 * nine taps of a 3×3 kernel read the same cache lines. Only dy has to be copied, once for all taps.
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
    private final Frame inputFrame = new Frame();
    private final Frame windows = new Frame(); // where each output pixel's window begins
    private final Frame strips = new Frame(); // of the output's gradient

    WeightGradient(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    static boolean suits(WindowGeometry window, int channels, int outputs) {
        return window.stride() == 1 && channels % CHANNEL_STEP == 0 && outputs % Frame.GROUP == 0;
    }

    synchronized void run(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        int images = input.dim(0);
        int size = weightGradient.size();
        int pieces = Math.min(PIECES, images);
        partial = Scratch.atLeast(partial, pieces * size);
        fitFrames(window, input, outputGradient);
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
        int height = outputGradient.dim(2) + window.kernelHeight() - 1; // padded
        Room room = rooms.get();
        room.pixels = Scratch.atLeast(room.pixels, height * inputFrame.rowStride());
        inputFrame.turn(loops, input.data(), n, -window.padding(), height, room.pixels);
        int strip = loops.tileRows();
        int pixels = outputGradient.dim(2) * outputGradient.dim(3);
        room.gradients = Scratch.atLeast(room.gradients, outputs * pixels);
        takeGradients(outputGradient, n, strip, room.gradients);
        int taps = window.kernelHeight() * window.kernelWidth();
        for (int pixel = 0; pixel < pixels; pixel += DEPTH) {
            int depth = Math.min(DEPTH, pixels - pixel);
            for (int tap = 0; tap < taps; tap++) {
                int shift = tap / window.kernelWidth() * inputFrame.rowStride()
                        + tap % window.kernelWidth() * inputFrame.stride();
                for (int c = 0; c < channels; c += loops.tileColumns()) {
                    for (int o = 0; o < outputs; o += strip) {
                        loops.pixelTile(
                                depth,
                                room.gradients,
                                o * pixels + pixel * strip,
                                room.pixels,
                                windows.places(),
                                pixel,
                                shift + c,
                                partial,
                                at + (o * taps + tap) * channels + c,
                                taps * channels);
                    }
                }
            }
        }
    }

    /** Copies dy into strips of tile rows. */
    private void takeGradients(Tensor outputGradient, int n, int strip, float[] to) {
        int outputs = outputGradient.dim(1);
        int plane = outputGradient.dim(2) * outputGradient.dim(3);
        for (int o = 0; o < outputs; o += strip) {
            int source = (n * outputs + o) * plane;
            if (strip == Frame.GROUP) {
                loops.turn(outputGradient.data(), source, plane, strip, plane, to, strips.places(), 0, o * plane);
            } else {
                turnFour(outputGradient.data(), source, plane, plane, to, o * plane);
            }
        }
    }

    private void fitFrames(WindowGeometry window, Tensor input, Tensor outputGradient) {
        int channels = input.dim(1);
        int rows = outputGradient.dim(2);
        int width = outputGradient.dim(3);
        int columns = Math.max(width + window.kernelWidth() - 1, window.padding() + input.dim(3));
        int stride = channels + Frame.APART;
        inputFrame.fit(channels, input.dim(2), input.dim(3), window.padding(), columns, stride);
        windows.fit(channels, rows, width, 0, columns, stride);
        strips.fit(Frame.GROUP, rows, width, 0, width, Frame.GROUP);
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
