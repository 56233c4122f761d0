package io.gradlab.solutions.lab3;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
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
        // BEGIN SOLUTION 3.11
        Tensor scores = network.forward(image, Pass.evaluation());
        Tensor chosen = Tensor.zeros(scores.shape());
        chosen.data()[target] = 1;
        return network.backward(chosen).copy();
        // END SOLUTION
    }

    /**
     * Makes a gray picture: of each pixel the largest absolute gradient of its channels, divided by the largest of all
     * pixels. Of a gradient that is 0 everywhere, all zeros.
     *
     * @param gradient {@code [1, C, H, W]}; do not change it
     * @return {@code [1, 1, H, W]}, in [0, 1]
     */
    public Tensor gray(Tensor gradient) {
        // BEGIN SOLUTION 3.11
        int area = gradient.dim(2) * gradient.dim(3);
        Tensor gray = Tensor.zeros(1, 1, gradient.dim(2), gradient.dim(3));
        float largest = 0;
        for (int i = 0; i < gradient.size(); i++) {
            gray.data()[i % area] = Math.max(gray.data()[i % area], Math.abs(gradient.data()[i]));
            largest = Math.max(largest, gray.data()[i % area]);
        }
        for (int i = 0; i < area && largest > 0; i++) {
            gray.data()[i] /= largest;
        }
        return gray;
        // END SOLUTION
    }

    /**
     * Makes a picture in colour: {@code (g - min) / (max - min)}, with the extremes of all channels together, so that what is
     * 0 has the same value in all. Of a gradient that is the same everywhere, all zeros.
     *
     * @param gradient {@code [1, C, H, W]}; do not change it
     * @return {@code [1, C, H, W]}, in [0, 1]
     */
    public Tensor colour(Tensor gradient) {
        // BEGIN SOLUTION 3.11
        float smallest = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (float g : gradient.data()) {
            smallest = Math.min(smallest, g);
            largest = Math.max(largest, g);
        }
        Tensor colour = Tensor.zeros(gradient.shape());
        for (int i = 0; i < colour.size() && largest > smallest; i++) {
            colour.data()[i] = (gradient.data()[i] - smallest) / (largest - smallest);
        }
        return colour;
        // END SOLUTION
    }
}
