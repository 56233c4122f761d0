package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Preconditions on the operands of kernels; what does not hold is an {@link IllegalArgumentException}. */
public final class Shapes {

    private Shapes() {}

    /** Requires a tensor to have a shape. */
    public static void require(Tensor tensor, Shape expected, String operation) {
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    operation + " needs a tensor of shape " + expected + " here, but got " + tensor.shape());
        }
    }

    /** Requires that two tensors fit each other. */
    public static void require(boolean fits, String operation, Tensor left, Tensor right) {
        if (!fits) {
            throw new IllegalArgumentException(
                    operation + " cannot join tensors of shapes " + left.shape() + " and " + right.shape());
        }
    }
}
