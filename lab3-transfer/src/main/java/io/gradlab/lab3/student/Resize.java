package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Tensor;

/** Task 3.1: images of the size that the network was trained on, by bilinear interpolation and by a crop of the middle. */
public final class Resize {

    /**
     * Stretches images to {@code [N, C, height, width]}.
     *
     * <p>Pixel i of a line is a small square whose centre is at i + ½. So the centre of output pixel i lies at {@code (i +
     * ½) · inputs / outputs - ½} in terms of input pixels. Between two pixels the value changes along a straight line;
     * outside of the first and last centre the border pixel counts.
     *
     * @param images {@code [N, C, H, W]}; do not change them
     */
    public Tensor bilinear(Tensor images, int height, int width) {
        throw new NotImplemented("3.1");
    }

    /** Returns where the centre of an output pixel lies among the input pixels, in [0, inputs - 1]. */
    private static double place(int output, int inputs, int outputs) {
        throw new NotImplemented("3.1");
    }

    /**
     * Cuts out the middle, {@code [N, C, height, width]}. The first row is {@code (H - height) / 2}; where that is not
     * whole, the even one of its neighbours, as {@link Math#rint} rounds. So is the first column.
     *
     * @param images {@code [N, C, H, W]}; do not change them
     * @throws IllegalArgumentException if the images are smaller
     */
    public Tensor centreCrop(Tensor images, int height, int width) {
        throw new NotImplemented("3.1");
    }
}
