package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.1: the sigmoid activation, {@code y = σ(x) = 1 / (1 + e^-x)}.
 *
 * <p>It squeezes every number into (0, 1). Its derivative is easiest in terms of the output: {@code dy/dx = y (1 - y)}.
 * Take {@code StrictMath.exp} for the exponential; it gives the same bits on every computer.
 */
public final class Sigmoid implements Layer {
    private Tensor output = Tensor.zeros(0); // of the latest forward pass, which backward needs

    /**
     * Computes {@code y = 1 / (1 + e^-x)} for each number, and keeps the result in {@code output}.
     *
     * <p>It must stay finite for any x, ±1000 included. (When is {@code e^-x} too large for a number, and what is 1
     * divided by that?) Do not change {@code input}.
     *
     * @param input x, of any shape {@code [N, ...]}; N may differ from call to call
     * @return y, of the same shape
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        output = Tensor.zeros(input.shape());
        float[] x = input.data();
        float[] y = output.data();
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) (1 / (1 + StrictMath.exp(-x[i])));
        }
        return output;
    }

    /**
     * Computes {@code dL/dx = dL/dy · y (1 - y)} for each number, with y from the latest {@code forward}.
     *
     * @param outputGradient dL/dy, of the shape of the latest output
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = Tensor.zeros(output.shape());
        float[] y = output.data();
        float[] dy = outputGradient.data();
        float[] dx = inputGradient.data();
        for (int i = 0; i < y.length; i++) {
            double s = 1 / (1 + StrictMath.exp(-y[i]));
            dx[i] = (float) (dy[i] * s * (1 - s));
        }
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "Sigmoid";
    }
}
