package io.gradlab.lab1.student;

import io.gradlab.course.NotImplemented;
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
        throw new NotImplemented("1.1");
    }

    /**
     * Computes {@code dL/dx = dL/dy · y (1 - y)} for each number, with y from the latest {@code forward}.
     *
     * @param outputGradient dL/dy, of the shape of the latest output
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("1.1");
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
