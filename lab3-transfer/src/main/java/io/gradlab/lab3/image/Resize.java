package io.gradlab.lab3.image;

import io.gradlab.lab3.image.Resampling.Weights;
import io.gradlab.nn.tensor.Tensor;

/** Bilinear resizing and cropping of images {@code [N, C, H, W]}; PIL's rounding to bytes between its steps is left out. */
public final class Resize {

    private Resize() {}

    /** Returns the images, {@code [N, C, height, width]}, stretched as needed; both at least 1. */
    public static Tensor to(Tensor images, int height, int width, Resampling resampling) {
        Tensor wide = along(images, 3, width, resampling);
        return along(wide, 2, height, resampling);
    }

    /** Returns the images with a shorter side of {@code side} pixels and, rounded down, the same aspect. */
    public static Tensor shortSide(Tensor images, int side, Resampling resampling) {
        int height = images.dim(2);
        int width = images.dim(3);
        int shorter = Math.min(height, width);
        return to(images, (int) ((long) side * height / shorter), (int) ((long) side * width / shorter), resampling);
    }

    /**
     * Returns the middle of the images, {@code [N, C, height, width]}. As in torchvision, where the borders cannot be equal
     * the offset is rounded to the nearest even number.
     *
     * @throws IllegalArgumentException if the images are smaller
     */
    public static Tensor centreCrop(Tensor images, int height, int width) {
        if (height > images.dim(2) || width > images.dim(3)) {
            throw new IllegalArgumentException(
                    "Cannot crop " + height + "×" + width + " out of images " + images.shape() + "; resize them first");
        }
        int top = (int) Math.rint((images.dim(2) - height) / 2.0);
        int left = (int) Math.rint((images.dim(3) - width) / 2.0);
        Tensor cropped = Tensor.zeros(images.dim(0), images.dim(1), height, width);
        for (int plane = 0; plane < images.dim(0) * images.dim(1); plane++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(
                        images.data(),
                        (plane * images.dim(2) + top + y) * images.dim(3) + left,
                        cropped.data(),
                        (plane * height + y) * width,
                        width);
            }
        }
        return cropped;
    }

    private static Tensor along(Tensor images, int axis, int length, Resampling resampling) {
        if (images.shape().rank() != 4 || length < 1) {
            throw new IllegalArgumentException(
                    "Images [N, C, H, W] are resized to at least 1×1, but got " + images.shape() + " and " + length);
        }
        int inputs = images.dim(axis);
        int[] shape = images.shape().toArray();
        shape[axis] = length;
        Tensor result = Tensor.zeros(shape);
        int step = axis == 3 ? 1 : images.dim(3); // between neighbours along the axis
        int lines = images.size() / inputs;
        for (int i = 0; i < length; i++) {
            Weights weights = resampling.weights(i, inputs, length);
            for (int line = 0; line < lines; line++) {
                int block = line / step; // an image's row, or an image
                int within = line % step;
                int source = (block * inputs + weights.begin()) * step + within;
                float sum = 0;
                for (int k = 0; k < weights.shares().length; k++) {
                    sum += weights.shares()[k] * images.data()[source + k * step];
                }
                result.data()[(block * length + i) * step + within] = sum;
            }
        }
        return result;
    }
}
