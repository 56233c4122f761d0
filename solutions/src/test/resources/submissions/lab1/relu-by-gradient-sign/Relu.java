package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.3: the rectified linear unit, {@code y = max(0, x)}.
 *
 * <p>Its derivative is 1 where x is positive and 0 elsewhere. At the kink, x = 0, there is none; we take 0.
 */
public final class Relu implements Layer {
    private Tensor output = Tensor.zeros(0); // of the latest forward pass, which backward needs

    /**
     * Computes {@code y = max(0, x)} for each number, and keeps the result in {@code output}.
     *
     * @param input x, of any shape {@code [N, ...]}; do not change it
     * @return y, of the same shape
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        output = Tensor.zeros(input.shape());
        float[] x = input.data();
        float[] y = output.data();
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(0, x[i]);
        }
        return output;
    }

    /**
     * Computes {@code dL/dx = dL/dy} where the latest y is positive, and 0 elsewhere. (y is positive exactly where x
     * is.)
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
            dx[i] = dy[i] > 0 ? dy[i] : 0;
        }
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "ReLU";
    }
}
