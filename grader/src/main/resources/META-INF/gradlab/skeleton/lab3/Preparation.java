package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
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
        throw new NotImplemented("3.2");
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
        throw new NotImplemented("3.2");
    }

    /**
     * Prepares images for Caffe's weights: blue first, then green, then red; each minus its mean, and not scaled.
     *
     * @param rgb {@code [N, 3, H, W]}, red first, in [0, 255]
     * @param mean {@code [3]}, blue first
     * @return {@code [N, 3, H, W]}, blue first
     */
    public Tensor caffe(Tensor rgb, Tensor mean) {
        throw new NotImplemented("3.2");
    }
}
