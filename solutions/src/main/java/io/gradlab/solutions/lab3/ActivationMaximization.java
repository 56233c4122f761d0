package io.gradlab.solutions.lab3;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Tensor;

/** Task 3.12: an image that a filter likes, by gradient ascent on its pixels (Erhan et al., 2009). */
public final class ActivationMaximization {
    private static final double EPSILON = 1e-8; // a filter that is silent everywhere has no gradient to divide by

    /**
     * Changes an image step by step so that the mean of a filter's map grows. With g the mean's gradient with respect to the
     * image, a step adds {@code rate · g / (√(mean of g²) + ε)}, ε 1e-8. Each step has a gradient of its own, in evaluation
     * mode.
     *
     * @param network {@code [1, C, H, W]} to maps {@code [1, F, H', W']}
     * @param start {@code [1, C, H, W]}; do not change it
     * @param filter in 0 .. F - 1
     */
    public Tensor climb(Layer network, Tensor start, int filter, int steps, double rate) {
        // BEGIN SOLUTION 3.12
        Tensor image = start.copy();
        for (int step = 0; step < steps; step++) {
            Tensor maps = network.forward(image, Pass.evaluation());
            int area = maps.dim(2) * maps.dim(3);
            Tensor chosen = Tensor.zeros(maps.shape());
            for (int i = 0; i < area; i++) {
                chosen.data()[filter * area + i] = 1f / area;
            }
            float[] g = network.backward(chosen).data();
            double squares = 0;
            for (float each : g) {
                squares += (double) each * each;
            }
            double length = Math.sqrt(squares / g.length) + EPSILON;
            for (int i = 0; i < g.length; i++) {
                image.data()[i] += (float) (rate * g[i] / length);
            }
        }
        return image;
        // END SOLUTION
    }
}
