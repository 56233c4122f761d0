package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * The gradient of a convolution with respect to its weight, for few input channels and any stride:
 *
 * <pre>{@code
 * for each image, output channel o and weight k = (c, i, j):
 *     dw[o, k] += Σ_p  dy[o, p] · x[what the window at pixel p sees at k]
 * }</pre>
 *
 * <p>Why it is fast: what the windows see is written down once for each image, pixel by pixel, in rows as wide as the inner
 * tile; dy is read where it lies. A first layer sees 25 or 27 numbers, which just fill one row.
 */
final class NarrowWeightGradient {
    private static final int ROWS = 8; // output channels of a tile
    private static final int PIECES = 4; // partial sums over the images; part of the result's definition
    private static final int DEPTH = 256; // pixels of one chain; part of the result's definition

    private static final class Room {
        float[] padded = new float[0]; // [C, padded height, padded width]
        float[] seen = new float[0]; // [K / panel][pixel][panel]
        int[] places = new int[0]; // of dy's planes
    }

    private final Loops loops;
    private final Workers workers;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    private int[] offsets = new int[0]; // of the weights, from a window's first place on
    private float[] partial = new float[0]; // PIECES times [O rounded up to eight, K rounded up to panels]

    NarrowWeightGradient(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    synchronized void run(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        int images = input.dim(0);
        int outputs = weightGradient.dim(0);
        int weights = weightGradient.size() / outputs;
        int columns = roundUp(weights, loops.tileColumns());
        int size = roundUp(outputs, ROWS) * columns;
        int pieces = Math.min(PIECES, images);
        partial = Scratch.atLeast(partial, pieces * size);
        findOffsets(window, input);
        workers.run(pieces, piece -> {
            Arrays.fill(partial, piece * size, (piece + 1) * size, 0);
            for (int n = piece * images / pieces; n < (piece + 1) * images / pieces; n++) {
                add(window, input, outputGradient, n, weights, piece * size);
            }
        });
        for (int piece = 1; piece < pieces; piece++) {
            loops.add(partial, 0, partial, piece * size, size);
        }
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(partial, o * columns, weightGradient.data(), o * weights, weights);
        }
    }

    /** Adds one image's share to the partial sums at {@code at}. */
    private void add(WindowGeometry window, Tensor input, Tensor outputGradient, int n, int weights, int at) {
        Room room = rooms.get();
        int pixels = outputGradient.dim(2) * outputGradient.dim(3);
        int panel = loops.tileColumns();
        int columns = roundUp(weights, panel);
        int width = input.dim(3) + 2 * window.padding();
        int height = input.dim(2) + 2 * window.padding();
        pad(window, input, n, width, height, room);
        see(window, outputGradient, width, weights, room);
        int outputs = outputGradient.dim(1);
        room.places = room.places.length == roundUp(outputs, ROWS) ? room.places : new int[roundUp(outputs, ROWS)];
        for (int o = 0; o < room.places.length; o++) {
            room.places[o] = (n * outputs + Math.min(o, outputs - 1)) * pixels;
        }
        for (int pixel = 0; pixel < pixels; pixel += DEPTH) {
            int depth = Math.min(DEPTH, pixels - pixel);
            for (int k = 0; k < columns; k += panel) {
                int b = (k * pixels) + pixel * panel;
                for (int o = 0; o < outputs; o += ROWS) {
                    loops.placeTile(
                            depth,
                            outputGradient.data(),
                            room.places,
                            o,
                            pixel,
                            room.seen,
                            b,
                            partial,
                            at + o * columns + k,
                            columns);
                }
            }
        }
    }

    private static void pad(WindowGeometry window, Tensor input, int n, int width, int height, Room room) {
        int channels = input.dim(1);
        int size = channels * height * width;
        room.padded = Scratch.atLeast(room.padded, size);
        Arrays.fill(room.padded, 0, size, 0);
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < input.dim(2); y++) {
                System.arraycopy(
                        input.data(),
                        ((n * channels + c) * input.dim(2) + y) * input.dim(3),
                        room.padded,
                        (c * height + y + window.padding()) * width + window.padding(),
                        input.dim(3));
            }
        }
    }

    private void findOffsets(WindowGeometry window, Tensor input) {
        int channels = input.dim(1);
        int width = input.dim(3) + 2 * window.padding();
        int height = input.dim(2) + 2 * window.padding();
        offsets = Scratch.atLeast(offsets, channels * window.kernelHeight() * window.kernelWidth());
        int k = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < window.kernelHeight(); i++) {
                for (int j = 0; j < window.kernelWidth(); j++) {
                    offsets[k++] = (c * height + i) * width + j;
                }
            }
        }
    }

    private void see(WindowGeometry window, Tensor outputGradient, int width, int weights, Room room) {
        int rows = outputGradient.dim(2);
        int columns = outputGradient.dim(3);
        int panel = loops.tileColumns();
        room.seen = Scratch.atLeast(room.seen, roundUp(weights, panel) * rows * columns);
        for (int from = 0; from < weights; from += panel) {
            int end = Math.min(panel, weights - from);
            int to = from * rows * columns;
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++, to += panel) {
                    int place = y * window.stride() * width + x * window.stride();
                    for (int k = 0; k < end; k++) {
                        room.seen[to + k] = room.padded[place + offsets[from + k]];
                    }
                    for (int k = end; k < panel; k++) {
                        room.seen[to + k] = 0;
                    }
                }
            }
        }
    }

    private static int roundUp(int value, int to) {
        return (value + to - 1) / to * to;
    }
}
