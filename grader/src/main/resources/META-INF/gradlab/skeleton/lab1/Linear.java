package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.0, solved for you: the linear activation, {@code y = x}.
 *
 * <p>It does nothing, but it shows how every layer of this lab is built. {@code forward} makes a new tensor of the
 * right shape and fills its array in a plain loop; {@code backward} does the same with the gradient. Neither changes
 * its argument: other layers may still need it.
 */
public final class Linear implements Layer {

    /**
     * Computes {@code y = x} for each number.
     *
     * @param input x, of any shape {@code [N, ...]}
     * @return y, of the same shape
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor output = Tensor.zeros(input.shape());
        float[] x = input.data();
        float[] y = output.data();
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        return output;
    }

    /**
     * Computes {@code dL/dx = dL/dy · 1}, for the derivative of {@code y = x} is 1 everywhere.
     *
     * @param outputGradient dL/dy, of the shape of the latest output
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = Tensor.zeros(outputGradient.shape());
        float[] dy = outputGradient.data();
        float[] dx = inputGradient.data();
        for (int i = 0; i < dy.length; i++) {
            dx[i] = dy[i] * 1;
        }
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "Linear";
    }
}
