package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Task 2.6: average pooling, the mean of each window; what fills no window is dropped, as in max pooling. */
public final class AveragePool implements Layer {
    private final WindowGeometry window;
    private Shape inputShape = Shape.of(0, 0, 0, 0); // of the latest forward pass

    /** Creates a layer with windows of size × size. */
    public AveragePool(int size, int stride) {
        this.window = WindowGeometry.square(size, stride, 0);
    }

    /**
     * Computes the mean of each window.
     *
     * @param input x, {@code [N, C, H, W]}; do not change it
     * @return y, {@code [N, C, OH, OW]}
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        throw new NotImplemented("2.6");
    }

    /**
     * Shares each output's gradient out evenly among the numbers of its window; windows that overlap add up.
     *
     * @param outputGradient dL/dy, {@code [N, C, OH, OW]}
     * @return dL/dx, {@code [N, C, H, W]}
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("2.6");
    }

    /** Given: returns where in the input's array number {@code cell} of the window of output {@code at} stands. */
    private int place(Shape output, int at, int cell) {
        int row = at / output.dim(3) % output.dim(2) * window.stride() + cell / window.kernelWidth();
        int column = at % output.dim(3) * window.stride() + cell % window.kernelWidth();
        int map = at / (output.dim(2) * output.dim(3)); // n · C + c
        return (map * inputShape.dim(2) + row) * inputShape.dim(3) + column;
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.output(input, input.dim(1));
    }

    @Override
    public String toString() {
        return "AveragePool(" + window + ")";
    }
}
