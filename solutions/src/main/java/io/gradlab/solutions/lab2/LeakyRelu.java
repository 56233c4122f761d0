package io.gradlab.solutions.lab2;

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
        // BEGIN SOLUTION 2.9
        this.input = input;
        Tensor output = Tensor.zeros(input.shape());
        float[] x = input.data();
        for (int i = 0; i < x.length; i++) {
            output.data()[i] = (float) (x[i] > 0 ? x[i] : slope * x[i]);
        }
        return output;
        // END SOLUTION
    }

    /**
     * Computes {@code dL/dx = dL/dy} where the latest x is positive, and {@code slope · dL/dy} elsewhere.
     *
     * @param outputGradient dL/dy, of the shape of the latest input
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        // BEGIN SOLUTION 2.9
        Tensor inputGradient = Tensor.zeros(input.shape());
        float[] x = input.data();
        float[] dy = outputGradient.data();
        for (int i = 0; i < x.length; i++) {
            inputGradient.data()[i] = (float) (x[i] > 0 ? dy[i] : slope * dy[i]);
        }
        return inputGradient;
        // END SOLUTION
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
