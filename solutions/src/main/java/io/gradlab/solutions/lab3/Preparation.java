package io.gradlab.solutions.lab3;

import io.gradlab.nn.tensor.Tensor;

/**
 * Task 3.2: numbers as the pretrained weights want them. Each method returns a new tensor and does not change its
 * arguments.
 */
public final class Preparation {

    /**
     * Repeats a gray channel three times.
     *
     * @param gray {@code [N, 1, H, W]}
     * @return {@code [N, 3, H, W]}
     */
    public Tensor toRgb(Tensor gray) {
        // BEGIN SOLUTION 3.2
        int area = gray.dim(2) * gray.dim(3);
        Tensor rgb = Tensor.zeros(gray.dim(0), 3, gray.dim(2), gray.dim(3));
        for (int i = 0; i < rgb.size(); i++) {
            rgb.data()[i] = gray.data()[i / (3 * area) * area + i % area];
        }
        return rgb;
        // END SOLUTION
    }

    /**
     * Prepares images for torchvision's weights: {@code (x / 255 - mean) / deviation}, channel by channel. Scaling comes
     * first, for mean and deviation are those of pixels in [0, 1].
     *
     * @param rgb {@code [N, 3, H, W]}, in [0, 255]
     * @param mean {@code [3]}
     * @param deviation {@code [3]}
     */
    public Tensor torchvision(Tensor rgb, Tensor mean, Tensor deviation) {
        // BEGIN SOLUTION 3.2
        int area = rgb.dim(2) * rgb.dim(3);
        Tensor prepared = Tensor.zeros(rgb.shape());
        for (int i = 0; i < prepared.size(); i++) {
            int c = i / area % 3;
            prepared.data()[i] =
                    (rgb.data()[i] / 255 - mean.data()[c]) / deviation.data()[c];
        }
        return prepared;
        // END SOLUTION
    }

    /**
     * Prepares images for Caffe's weights: blue first, then green, then red; each minus its mean, and not scaled.
     *
     * @param rgb {@code [N, 3, H, W]}, red first, in [0, 255]
     * @param mean {@code [3]}, blue first
     * @return {@code [N, 3, H, W]}, blue first
     */
    public Tensor caffe(Tensor rgb, Tensor mean) {
        // BEGIN SOLUTION 3.2
        int area = rgb.dim(2) * rgb.dim(3);
        Tensor prepared = Tensor.zeros(rgb.shape());
        for (int i = 0; i < prepared.size(); i++) {
            int c = i / area % 3;
            int colour = 2 - c;
            prepared.data()[i] = rgb.data()[i + (colour - c) * area] - mean.data()[c];
        }
        return prepared;
        // END SOLUTION
    }
}
