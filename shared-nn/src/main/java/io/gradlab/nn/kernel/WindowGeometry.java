package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;

/**
 * How a window slides over an image: kernel size, stride and zero padding, the same on opposite sides.
 *
 * @param kernelHeight rows of the window, at least 1
 * @param kernelWidth columns of the window, at least 1
 * @param stride step in both directions, at least 1
 * @param padding zeros added on each of the four sides, at least 0
 */
public record WindowGeometry(int kernelHeight, int kernelWidth, int stride, int padding) {

    /** Checks the ranges. */
    public WindowGeometry {
        if (kernelHeight < 1 || kernelWidth < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException("A window needs a kernel and a stride of at least 1 and no negative"
                    + " padding, but got kernel " + kernelHeight + "×" + kernelWidth + ", stride " + stride
                    + ", padding " + padding);
        }
    }

    /** Returns a square window. */
    public static WindowGeometry square(int kernel, int stride, int padding) {
        return new WindowGeometry(kernel, kernel, stride, padding);
    }

    /** Returns the output's height, {@code floor((H + 2·padding - kernel) / stride) + 1}; below 1 if it does not fit. */
    public int outputHeight(int height) {
        return Math.floorDiv(height + 2 * padding - kernelHeight, stride) + 1;
    }

    /** Returns the output's width, {@code floor((W + 2·padding - kernel) / stride) + 1}; below 1 if it does not fit. */
    public int outputWidth(int width) {
        return Math.floorDiv(width + 2 * padding - kernelWidth, stride) + 1;
    }

    /** Returns {@code [N, channels, OH, OW]} for an input {@code [N, C, H, W]}. */
    public Shape output(Shape input, int channels) {
        return Shape.of(input.dim(0), channels, outputHeight(input.dim(2)), outputWidth(input.dim(3)));
    }

    /** Returns for example {@code 3×3, stride 2, pad 1}; a stride of 1 and a padding of 0 are not said. */
    @Override
    public String toString() {
        return kernelHeight + "×" + kernelWidth + (stride == 1 ? "" : ", stride " + stride)
                + (padding == 0 ? "" : ", pad " + padding);
    }
}
