package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.5: max pooling, the largest number of each window.
 *
 * <p>Rows and columns at the end that fill no window are dropped: a map of 5×5 in windows of 2×2 becomes 2×2, and its last
 * row and column change nothing, so their gradient is 0.
 */
public final class MaxPool implements Layer {
    private final WindowGeometry window;
    private Shape inputShape = Shape.of(0, 0, 0, 0); // of the latest forward pass
    private int[] winners = {}; // for each number of the latest output, where in the input's array it was found

    /** Creates a layer with windows of size × size. */
    public MaxPool(int size, int stride) {
        this.window = WindowGeometry.square(size, stride, 0);
    }

    /**
     * Finds the largest number of each window, and keeps in {@code winners} where it stands: the first one where several
     * are equal.
     *
     * @param input x, {@code [N, C, H, W]}; do not change it
     * @return y, {@code [N, C, OH, OW]}
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        throw new NotImplemented("2.5");
    }

    /**
     * Gives each output's gradient to the number that won; the others get 0. A number that won in several windows gets
     * the sum.
     *
     * @param outputGradient dL/dy, {@code [N, C, OH, OW]}
     * @return dL/dx, {@code [N, C, H, W]}
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("2.5");
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.output(input, input.dim(1));
    }

    @Override
    public String toString() {
        return "MaxPool(" + window + ")";
    }
}
