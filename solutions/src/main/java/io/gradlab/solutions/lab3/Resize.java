package io.gradlab.solutions.lab3;

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
        // BEGIN SOLUTION 3.1
        int inputs = images.dim(2);
        int columns = images.dim(3);
        Tensor result = Tensor.zeros(images.dim(0), images.dim(1), height, width);
        for (int i = 0; i < result.size(); i++) {
            int map = i / (height * width);
            double y = place(i / width % height, inputs, height);
            double x = place(i % width, columns, width);
            int top = (int) y;
            int left = (int) x;
            int bottom = Math.min(top + 1, inputs - 1);
            int right = Math.min(left + 1, columns - 1);
            double down = y - top;
            double across = x - left;
            float[] pixels = images.data();
            int first = (map * inputs + top) * columns;
            int second = (map * inputs + bottom) * columns;
            double above = (1 - across) * pixels[first + left] + across * pixels[first + right];
            double below = (1 - across) * pixels[second + left] + across * pixels[second + right];
            result.data()[i] = (float) ((1 - down) * above + down * below);
        }
        return result;
        // END SOLUTION
    }

    /** Returns where the centre of an output pixel lies among the input pixels, in [0, inputs - 1]. */
    private static double place(int output, int inputs, int outputs) {
        // BEGIN SOLUTION 3.1
        double place = (output + 0.5) * inputs / outputs - 0.5;
        return Math.clamp(place, 0, inputs - 1);
        // END SOLUTION
    }

    /**
     * Cuts out the middle, {@code [N, C, height, width]}. The first row is {@code (H - height) / 2}; where that is not
     * whole, the even one of its neighbours, as {@link Math#rint} rounds. So is the first column.
     *
     * @param images {@code [N, C, H, W]}; do not change them
     * @throws IllegalArgumentException if the images are smaller
     */
    public Tensor centreCrop(Tensor images, int height, int width) {
        // BEGIN SOLUTION 3.1
        if (height > images.dim(2) || width > images.dim(3)) {
            throw new IllegalArgumentException(
                    "Cannot crop " + height + "×" + width + " out of " + images.shape() + "; resize first");
        }
        int top = (int) Math.rint((images.dim(2) - height) / 2.0);
        int left = (int) Math.rint((images.dim(3) - width) / 2.0);
        Tensor middle = Tensor.zeros(images.dim(0), images.dim(1), height, width);
        for (int i = 0; i < middle.size(); i++) {
            int map = i / (height * width);
            int row = top + i / width % height;
            int column = left + i % width;
            middle.data()[i] = images.data()[(map * images.dim(2) + row) * images.dim(3) + column];
        }
        return middle;
        // END SOLUTION
    }
}
