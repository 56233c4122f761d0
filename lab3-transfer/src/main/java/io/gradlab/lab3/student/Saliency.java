package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Tensor;

/** Task 3.11: which pixels a class's score depends on (Simonyan, Vedaldi and Zisserman, 2014, section 3). */
public final class Saliency {

    /**
     * Computes the gradient of the score of class {@code target} with respect to the image, in evaluation mode. The score is
     * what the network gives, before any softmax; of its gradient with respect to the scores, one number is 1, the others 0.
     *
     * @param image {@code [1, C, H, W]}
     * @return {@code [1, C, H, W]}, a copy
     */
    public Tensor gradient(Layer network, Tensor image, int target) {
        throw new NotImplemented("3.11");
    }

    /**
     * Makes a gray picture: of each pixel the largest absolute gradient of its channels, divided by the largest of all
     * pixels. Of a gradient that is 0 everywhere, all zeros.
     *
     * @param gradient {@code [1, C, H, W]}; do not change it
     * @return {@code [1, 1, H, W]}, in [0, 1]
     */
    public Tensor gray(Tensor gradient) {
        throw new NotImplemented("3.11");
    }

    /**
     * Makes a picture in colour: {@code (g - min) / (max - min)}, with the extremes of all channels together, so that what is
     * 0 has the same value in all. Of a gradient that is the same everywhere, all zeros.
     *
     * @param gradient {@code [1, C, H, W]}; do not change it
     * @return {@code [1, C, H, W]}, in [0, 1]
     */
    public Tensor colour(Tensor gradient) {
        throw new NotImplemented("3.11");
    }
}
