package io.gradlab.solutions.lab2;

import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.12: changes of images {@code [N, C, H, W]} that leave what they show as it is, and normalization. Each returns
 * a new tensor and does not change its arguments.
 */
public final class Augmentations {

    /** Mirrors each image, left for right: {@code y[n, c, h, v] = x[n, c, h, W - 1 - v]}. */
    public Tensor flip(Tensor images) {
        // BEGIN SOLUTION 2.12
        int width = images.dim(3);
        Tensor flipped = Tensor.zeros(images.shape());
        for (int i = 0; i < images.size(); i++) {
            int row = i / width;
            flipped.data()[i] = images.data()[row * width + width - 1 - i % width];
        }
        return flipped;
        // END SOLUTION
    }

    /**
     * Computes how bright each pixel is, {@code 0.299 · red + 0.587 · green + 0.114 · blue} (ITU-R BT.601).
     *
     * @param images {@code [N, 3, H, W]}: red, green, blue
     * @return {@code [N, 1, H, W]}
     */
    public Tensor grayscale(Tensor images) {
        // BEGIN SOLUTION 2.12
        int map = images.dim(2) * images.dim(3);
        Tensor gray = Tensor.zeros(images.dim(0), 1, images.dim(2), images.dim(3));
        for (int n = 0; n < images.dim(0); n++) {
            for (int i = 0; i < map; i++) {
                double red = images.data()[3 * n * map + i];
                double green = images.data()[(3 * n + 1) * map + i];
                double blue = images.data()[(3 * n + 2) * map + i];
                gray.data()[n * map + i] = (float) (0.299 * red + 0.587 * green + 0.114 * blue);
            }
        }
        return gray;
        // END SOLUTION
    }

    /**
     * Moves each image: {@code y[n, c, h, v] = x[n, c, h - down, v - right]}, and 0 where that lies outside.
     *
     * @param down rows; negative is up
     * @param right columns; negative is left
     */
    public Tensor shift(Tensor images, int down, int right) {
        // BEGIN SOLUTION 2.12
        int height = images.dim(2);
        int width = images.dim(3);
        Tensor shifted = Tensor.zeros(images.shape());
        for (int i = 0; i < images.size(); i++) {
            int map = i / (height * width);
            int row = i / width % height - down;
            int column = i % width - right;
            if (row >= 0 && row < height && column >= 0 && column < width) {
                shifted.data()[i] = images.data()[(map * height + row) * width + column];
            }
        }
        return shifted;
        // END SOLUTION
    }

    /**
     * Computes {@code (x - mean[c]) / deviation[c]} for each number of channel c.
     *
     * @param mean {@code [C]}, of the training images
     * @param deviation {@code [C]}, of the training images, above 0
     */
    public Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
        // BEGIN SOLUTION 2.12
        int map = images.dim(2) * images.dim(3);
        Tensor normalized = Tensor.zeros(images.shape());
        for (int i = 0; i < images.size(); i++) {
            int c = i / map % images.dim(1);
            normalized.data()[i] =
                    (images.data()[i] - mean.data()[c]) / deviation.data()[c];
        }
        return normalized;
        // END SOLUTION
    }
}
