package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.2: the hyperbolic tangent, {@code y = tanh x = (e^x - e^-x) / (e^x + e^-x)}.
 *
 * <p>It squeezes every number into (-1, 1) and keeps zero at zero. Its derivative is {@code dy/dx = 1 - y²}. Take
 * {@code StrictMath.tanh}, which is also right where {@code e^x} would overflow.
 */
public final class Tanh implements Layer {
    private Tensor output = Tensor.zeros(0); // of the latest forward pass, which backward needs

    /**
     * Computes {@code y = tanh x} for each number, and keeps the result in {@code output}.
     *
     * @param input x, of any shape {@code [N, ...]}; do not change it
     * @return y, of the same shape; finite for any x, ±1000 included
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        output = Tensor.zeros(input.shape());
        float[] x = input.data();
        float[] y = output.data();
        for (int i = 0; i < x.length; i++) {
            double up = StrictMath.exp(x[i]);
            double down = StrictMath.exp(-x[i]);
            y[i] = (float) ((up - down) / (up + down));
        }
        return output;
    }

    /**
     * Computes {@code dL/dx = dL/dy · (1 - y²)} for each number, with y from the latest {@code forward}.
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
            dx[i] = dy[i] * (1 - y[i] * y[i]);
        }
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "Tanh";
    }
}
