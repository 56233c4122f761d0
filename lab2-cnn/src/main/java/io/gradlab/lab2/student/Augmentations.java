package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.12: changes of images {@code [N, C, H, W]} that leave what they show as it is, and normalization. Each returns
 * a new tensor and does not change its arguments.
 */
public final class Augmentations {

    /** Mirrors each image, left for right: {@code y[n, c, h, v] = x[n, c, h, W - 1 - v]}. */
    public Tensor flip(Tensor images) {
        throw new NotImplemented("2.12");
    }

    /**
     * Computes how bright each pixel is, {@code 0.299 · red + 0.587 · green + 0.114 · blue} (ITU-R BT.601).
     *
     * @param images {@code [N, 3, H, W]}: red, green, blue
     * @return {@code [N, 1, H, W]}
     */
    public Tensor grayscale(Tensor images) {
        throw new NotImplemented("2.12");
    }

    /**
     * Moves each image: {@code y[n, c, h, v] = x[n, c, h - down, v - right]}, and 0 where that lies outside.
     *
     * @param down rows; negative is up
     * @param right columns; negative is left
     */
    public Tensor shift(Tensor images, int down, int right) {
        throw new NotImplemented("2.12");
    }

    /**
     * Computes {@code (x - mean[c]) / deviation[c]} for each number of channel c.
     *
     * @param mean {@code [C]}, of the training images
     * @param deviation {@code [C]}, of the training images, above 0
     */
    public Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
        throw new NotImplemented("2.12");
    }
}
