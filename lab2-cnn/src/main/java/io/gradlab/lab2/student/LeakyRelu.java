package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.9: the leaky ReLU (Maas et al., 2013), {@code y = x} where x is positive, and {@code slope · x} elsewhere.
 *
 * <p>A ReLU whose input is negative for every sample has gradient 0 for ever. Here a small one is left. At the kink, x =
 * 0, take the derivative from below, the slope.
 */
public final class LeakyRelu implements Layer {
    private final double slope;
    private Tensor input = Tensor.zeros(0); // of the latest forward pass, which backward needs

    /** Creates a layer; {@code slope}, of the negative side, is in [0, 1). */
    public LeakyRelu(double slope) {
        this.slope = slope;
    }

    /**
     * Computes y for each number, and keeps {@code input}.
     *
     * @param input x, of any shape {@code [N, ...]}; do not change it
     * @return y, of the same shape
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        throw new NotImplemented("2.9");
    }

    /**
     * Computes {@code dL/dx = dL/dy} where the latest x is positive, and {@code slope · dL/dy} elsewhere.
     *
     * @param outputGradient dL/dy, of the shape of the latest input
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("2.9");
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "LeakyRelu(" + slope + ")";
    }
}
