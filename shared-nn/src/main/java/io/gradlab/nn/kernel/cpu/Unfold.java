package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;
import java.util.Arrays;

/**
 * Unfolds an image [C, H, W] into a matrix [C·kh·kw, OH·OW] of what the window sees, and folds such a matrix back by
 * adding up:
 *
 * <pre>{@code
 * for each row (c, i, j) and column (y, x):
 *     unfolded[(c, i, j), (y, x)] = in[c, y·s + i - p, x·s + j - p]          zero outside of the image
 * }</pre>
 *
 * <p>Why it is fast: which columns fall outside of the image is worked out once for each row, so what is left are copies of
 * whole runs.
 */
final class Unfold {
    private final WindowGeometry window;
    private final int channels;
    private final int height;
    private final int width;
    private final int outputHeight;
    private final int outputWidth;

    Unfold(WindowGeometry window, Shape images) {
        this.window = window;
        this.channels = images.dim(1);
        this.height = images.dim(2);
        this.width = images.dim(3);
        this.outputHeight = window.outputHeight(height);
        this.outputWidth = window.outputWidth(width);
    }

    /** Returns the matrix's rows, C·kh·kw. */
    int rows() {
        return channels * window.kernelHeight() * window.kernelWidth();
    }

    /** Returns the matrix's columns, OH·OW. */
    int pixels() {
        return outputHeight * outputWidth;
    }

    int size() {
        return rows() * pixels();
    }

    void unfold(float[] images, int image, float[] matrix) {
        Arrays.fill(matrix, 0, size(), 0);
        eachRun(image, images, matrix, window.stride() == 1 ? Unfold::copy : Unfold::gather);
    }

    void fold(float[] matrix, float[] images, int image) {
        int size = channels * height * width;
        Arrays.fill(images, image * size, (image + 1) * size, 0);
        eachRun(image, images, matrix, Unfold::scatter);
    }

    /** A run of cells in one row of the matrix whose pixels lie in one row of the image, {@code stride} apart. */
    private interface Run {
        void visit(float[] images, int pixel, int stride, float[] matrix, int cell, int count);
    }

    private static void copy(float[] images, int pixel, int stride, float[] matrix, int cell, int count) {
        System.arraycopy(images, pixel, matrix, cell, count);
    }

    private static void gather(float[] images, int pixel, int stride, float[] matrix, int cell, int count) {
        for (int x = 0; x < count; x++) {
            matrix[cell + x] = images[pixel + x * stride];
        }
    }

    private static void scatter(float[] images, int pixel, int stride, float[] matrix, int cell, int count) {
        for (int x = 0; x < count; x++) {
            images[pixel + x * stride] += matrix[cell + x];
        }
    }

    private void eachRun(int image, float[] images, float[] matrix, Run run) {
        int row = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < window.kernelHeight(); i++) {
                for (int j = 0; j < window.kernelWidth(); j++, row++) {
                    // the x for which 0 <= x·s + j - p < W
                    int first = Math.max(0, -Math.floorDiv(j - window.padding(), window.stride()));
                    int end =
                            Math.min(outputWidth, Math.floorDiv(width - 1 - j + window.padding(), window.stride()) + 1);
                    for (int y = 0; y < outputHeight; y++) {
                        int line = y * window.stride() + i - window.padding();
                        if (line >= 0 && line < height && first < end) {
                            int pixel = ((image * channels + c) * height + line) * width
                                    + first * window.stride()
                                    + j
                                    - window.padding();
                            int cell = row * pixels() + y * outputWidth + first;
                            run.visit(images, pixel, window.stride(), matrix, cell, end - first);
                        }
                    }
                }
            }
        }
    }
}
