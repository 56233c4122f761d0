package io.gradlab.course.core;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Changes of images {@code [N, C, H, W]}. */
final class CoreImages {
    private static final double[] BRIGHTNESS = {0.299, 0.587, 0.114}; // ITU-R BT.601

    private CoreImages() {}

    static Tensor flip(Tensor images) {
        int width = images.dim(3);
        Tensor flipped = Tensor.zeros(images.shape());
        for (int i = 0; i < images.size(); i++) {
            flipped.data()[i] = images.data()[i - i % width + width - 1 - i % width];
        }
        return flipped;
    }

    static Tensor grayscale(Tensor images) {
        int map = images.dim(2) * images.dim(3);
        Tensor gray = Tensor.zeros(Shape.of(images.dim(0), 1, images.dim(2), images.dim(3)));
        for (int i = 0; i < gray.size(); i++) {
            double sum = 0;
            for (int c = 0; c < BRIGHTNESS.length; c++) {
                sum += BRIGHTNESS[c] * images.data()[(i / map * BRIGHTNESS.length + c) * map + i % map];
            }
            gray.data()[i] = (float) sum;
        }
        return gray;
    }

    static Tensor shift(Tensor images, int down, int right) {
        int height = images.dim(2);
        int width = images.dim(3);
        Tensor shifted = Tensor.zeros(images.shape());
        for (int i = 0; i < images.size(); i++) {
            int row = i / width % height - down;
            int column = i % width - right;
            if (row >= 0 && row < height && column >= 0 && column < width) {
                shifted.data()[i] = images.data()[i - down * width - right];
            }
        }
        return shifted;
    }

    static Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
        int map = images.dim(2) * images.dim(3);
        Tensor normalized = Tensor.zeros(images.shape());
        for (int i = 0; i < images.size(); i++) {
            int c = i / map % images.dim(1);
            normalized.data()[i] =
                    (images.data()[i] - mean.data()[c]) / deviation.data()[c];
        }
        return normalized;
    }
}
