package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Preconditions on operands. */
final class Shapes {

    private Shapes() {}

    static void require(Tensor tensor, Shape expected, String operation) {
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    operation + " needs a tensor of shape " + expected + " here, but got " + tensor.shape());
        }
    }

    static void require(boolean fits, String operation, Tensor left, Tensor right) {
        if (!fits) {
            throw new IllegalArgumentException(
                    operation + " cannot join tensors of shapes " + left.shape() + " and " + right.shape());
        }
    }
}
