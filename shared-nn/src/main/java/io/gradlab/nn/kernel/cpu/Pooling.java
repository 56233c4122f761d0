package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;
import java.util.Arrays;

/**
 * Max and average pooling, one plane (one channel of one image) at a time; padding is never a maximum and counts as zero.
 *
 * <pre>{@code
 * for each output pixel (y, x):
 *     out[y, x] = max (or Σ / area) over i, j of in[y·s + i - p, x·s + j - p]
 *     dx[the place of the first maximum] += dy[y, x]      or, for averages, all places += dy[y, x] / area
 * }</pre>
 *
 * <p>Why it is fast enough: windows of 2×2, which nearly all networks use, go to {@link PoolingByTwo}. The loops here serve
 * any other window; they read each pixel as often as windows see it and choose by branches.
 */
final class Pooling {
    private final WindowGeometry window;
    private final int planes; // N · C
    private final int height;
    private final int width;
    private final int outputHeight;
    private final int outputWidth;
    private final boolean halves; // windows of 2×2 side by side, by far the most usual

    Pooling(WindowGeometry window, Shape images) {
        this.window = window;
        this.planes = images.dim(0) * images.dim(1);
        this.height = images.dim(2);
        this.width = images.dim(3);
        this.outputHeight = window.outputHeight(height);
        this.outputWidth = window.outputWidth(width);
        this.halves = window.equals(WindowGeometry.square(2, 2, 0));
    }

    int planes() {
        return planes;
    }

    /** Returns the input pixels of a plane. */
    int planeSize() {
        return height * width;
    }

    void max(int plane, float[] input, float[] out) {
        if (halves) {
            PoolingByTwo.max(
                    input, plane * height * width, width, out, outputAt(plane, 0, 0), outputHeight, outputWidth);
            return;
        }
        for (int y = 0; y < outputHeight; y++) {
            for (int x = 0; x < outputWidth; x++) {
                out[outputAt(plane, y, x)] = input[largestAt(plane, y, x, input)];
            }
        }
    }

    void maxGradient(int plane, float[] input, float[] outputGradient, float[] inputGradient) {
        clear(plane, inputGradient);
        if (halves) {
            PoolingByTwo.maxGradient(
                    input,
                    inputGradient,
                    plane * height * width,
                    width,
                    outputGradient,
                    outputAt(plane, 0, 0),
                    outputHeight,
                    outputWidth);
            return;
        }
        for (int y = 0; y < outputHeight; y++) {
            for (int x = 0; x < outputWidth; x++) {
                inputGradient[largestAt(plane, y, x, input)] += outputGradient[outputAt(plane, y, x)];
            }
        }
    }

    void average(int plane, float[] input, float[] out) {
        int area = window.kernelHeight() * window.kernelWidth();
        for (int y = 0; y < outputHeight; y++) {
            for (int x = 0; x < outputWidth; x++) {
                float sum = 0;
                for (int line = top(y); line < bottom(y); line++) {
                    for (int column = left(x); column < right(x); column++) {
                        sum += input[inputAt(plane, line, column)];
                    }
                }
                out[outputAt(plane, y, x)] = sum / area;
            }
        }
    }

    void averageGradient(int plane, float[] outputGradient, float[] inputGradient) {
        int area = window.kernelHeight() * window.kernelWidth();
        clear(plane, inputGradient);
        for (int y = 0; y < outputHeight; y++) {
            for (int x = 0; x < outputWidth; x++) {
                float share = outputGradient[outputAt(plane, y, x)] / area;
                for (int line = top(y); line < bottom(y); line++) {
                    for (int column = left(x); column < right(x); column++) {
                        inputGradient[inputAt(plane, line, column)] += share;
                    }
                }
            }
        }
    }

    /** Returns the place of the first largest input in a window, in row order. */
    private int largestAt(int plane, int y, int x, float[] input) {
        int best = inputAt(plane, top(y), left(x));
        for (int line = top(y); line < bottom(y); line++) {
            for (int column = left(x); column < right(x); column++) {
                int at = inputAt(plane, line, column);
                if (input[at] > input[best]) {
                    best = at;
                }
            }
        }
        return best;
    }

    private void clear(int plane, float[] images) {
        Arrays.fill(images, plane * height * width, (plane + 1) * height * width, 0);
    }

    private int top(int y) {
        return Math.max(0, y * window.stride() - window.padding());
    }

    private int bottom(int y) {
        return Math.min(height, y * window.stride() - window.padding() + window.kernelHeight());
    }

    private int left(int x) {
        return Math.max(0, x * window.stride() - window.padding());
    }

    private int right(int x) {
        return Math.min(width, x * window.stride() - window.padding() + window.kernelWidth());
    }

    private int inputAt(int plane, int line, int column) {
        return (plane * height + line) * width + column;
    }

    private int outputAt(int plane, int y, int x) {
        return (plane * outputHeight + y) * outputWidth + x;
    }
}
