package io.gradlab.solutions.lab2;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.9: the scaled exponential linear unit (Klambauer et al., 2017), {@code y = λ · x} where x is positive, and
 * {@code y = λ · α · (e^x - 1)} elsewhere.
 *
 * <p>α and λ are such that inputs of mean 0 and variance 1 give outputs of mean 0 and variance 1. At x = 0 take the
 * derivative from below, {@code λ · α}.
 */
public final class Selu implements Layer {
    private static final double ALPHA = 1.6732632423543772;
    private static final double LAMBDA = 1.0507009873554805;

    private Tensor input = Tensor.zeros(0); // of the latest forward pass, which backward needs

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
            output.data()[i] = (float) (LAMBDA * (x[i] > 0 ? x[i] : ALPHA * StrictMath.expm1(x[i])));
        }
        return output;
        // END SOLUTION
    }

    /**
     * Computes {@code dL/dx = λ · dL/dy} where the latest x is positive, and {@code λ · α · e^x · dL/dy} elsewhere.
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
            inputGradient.data()[i] = (float) (LAMBDA * dy[i] * (x[i] > 0 ? 1 : ALPHA * StrictMath.exp(x[i])));
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
        return "SELU";
    }
}
