package io.gradlab.course.core;

import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;

/** What a trained network looks at, by gradients with respect to images {@code [1, C, H, W]}. */
final class CoreViews {

    private CoreViews() {}

    /** Returns the gradient of the mean of the outputs {@code first} .. {@code first + count - 1}. */
    static Tensor gradient(Sequential network, Tensor image, int first, int count) {
        Tensor chosen = Tensor.zeros(network.forward(image, Pass.evaluation()).shape());
        for (int i = first; i < first + count; i++) {
            chosen.data()[i] = 1f / count;
        }
        return network.backward(chosen).copy();
    }

    static Tensor gray(Tensor gradient) {
        int area = gradient.dim(2) * gradient.dim(3);
        Tensor gray = Tensor.zeros(1, 1, gradient.dim(2), gradient.dim(3));
        for (int i = 0; i < gradient.size(); i++) {
            gray.data()[i % area] = Math.max(gray.data()[i % area], Math.abs(gradient.data()[i]));
        }
        return spread(gray, 0);
    }

    static Tensor colour(Tensor gradient) {
        float smallest = Float.POSITIVE_INFINITY;
        for (float g : gradient.data()) {
            smallest = Math.min(smallest, g);
        }
        return spread(gradient, smallest);
    }

    /** Maps [smallest, the largest number] to [0, 1]; all zeros if there is nothing between. */
    private static Tensor spread(Tensor tensor, float smallest) {
        float largest = smallest;
        for (float x : tensor.data()) {
            largest = Math.max(largest, x);
        }
        Tensor spread = Tensor.zeros(tensor.shape());
        for (int i = 0; i < spread.size() && largest > smallest; i++) {
            spread.data()[i] = (tensor.data()[i] - smallest) / (largest - smallest);
        }
        return spread;
    }

    static Tensor maximize(Sequential network, Tensor start, int filter, int steps, double rate) {
        Tensor image = start.copy();
        for (int step = 0; step < steps; step++) {
            int area = network.outputShape(image.shape())
                    .withoutFirst()
                    .withoutFirst()
                    .size();
            float[] g = gradient(network, image, filter * area, area).data();
            double squares = 0;
            for (float each : g) {
                squares += (double) each * each;
            }
            double factor = rate / (Math.sqrt(squares / g.length) + 1e-8);
            for (int i = 0; i < g.length; i++) {
                image.data()[i] += (float) (factor * g[i]);
            }
        }
        return image;
    }
}
