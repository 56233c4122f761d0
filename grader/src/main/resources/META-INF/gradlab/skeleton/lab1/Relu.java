package io.gradlab.lab1.student;

import io.gradlab.course.NotImplemented;
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
        throw new NotImplemented("1.3");
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
        throw new NotImplemented("1.3");
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
