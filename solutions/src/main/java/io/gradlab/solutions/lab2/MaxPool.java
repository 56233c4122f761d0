package io.gradlab.solutions.lab2;

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
        // BEGIN SOLUTION 2.5
        inputShape = input.shape();
        Tensor output = Tensor.zeros(outputShape(inputShape));
        winners = new int[output.size()];
        int height = input.dim(2);
        int width = input.dim(3);
        float[] x = input.data();
        for (int at = 0; at < winners.length; at++) {
            int s = at % output.dim(3);
            int r = at / output.dim(3) % output.dim(2);
            int map = at / (output.dim(2) * output.dim(3)); // n · C + c
            int best = (map * height + r * window.stride()) * width + s * window.stride();
            for (int i = 0; i < window.kernelHeight(); i++) {
                for (int j = 0; j < window.kernelWidth(); j++) {
                    int here = (map * height + r * window.stride() + i) * width + s * window.stride() + j;
                    if (x[here] > x[best]) {
                        best = here;
                    }
                }
            }
            winners[at] = best;
            output.data()[at] = x[best];
        }
        return output;
        // END SOLUTION
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
        // BEGIN SOLUTION 2.5
        Tensor inputGradient = Tensor.zeros(inputShape);
        for (int at = 0; at < winners.length; at++) {
            inputGradient.data()[winners[at]] += outputGradient.data()[at];
        }
        return inputGradient;
        // END SOLUTION
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
