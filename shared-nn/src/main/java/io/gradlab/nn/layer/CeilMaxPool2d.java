package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * The largest value of each window, partial windows at the right and the lower edge included (PyTorch's {@code
 * ceil_mode}): {@code [N, C, H, W]} to {@code [N, C, ceil((H - side) / stride) + 1, …]}. Host tensors only; the networks of
 * the course drop such windows and use {@link MaxPool2d}.
 */
public final class CeilMaxPool2d implements Layer {
    private final WindowGeometry window;
    private final MaxPool2d pool;
    private final Workspace padded = new Workspace();
    private final Workspace inputGradients = new Workspace();
    private Shape inputShape = Shape.of(0, 0, 0, 0); // of the latest forward pass

    /** Creates the layer with square windows; the stride is at most the side, so that no window lies outside. */
    public CeilMaxPool2d(int side, int stride) {
        if (stride > side) {
            throw new IllegalArgumentException("The stride " + stride + " is larger than the window's side " + side);
        }
        this.window = WindowGeometry.square(side, stride, 0);
        this.pool = new MaxPool2d(window);
    }

    /** Pools the images after adding rows and columns of −∞, which never win, where a window lacks them. */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        inputShape = input.shape();
        Tensor wide = padded.get(input.device(), paddedShape(input.shape()));
        Arrays.fill(wide.data(), Float.NEGATIVE_INFINITY);
        copyRows(input, wide);
        return pool.forward(wide, pass);
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.get(outputGradient.device(), inputShape);
        copyRows(pool.backward(outputGradient), inputGradient);
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return pool.outputShape(paddedShape(input));
    }

    @Override
    public String toString() {
        return "CeilMaxPool2d(" + window + ")";
    }

    private Shape paddedShape(Shape input) {
        if (input.rank() != 4) {
            throw new ShapeMismatch(toString(), "images [N, C, H, W]", input, "Does a Flatten stand too early?");
        }
        return Shape.of(input.dim(0), input.dim(1), padded(input.dim(2)), padded(input.dim(3)));
    }

    private int padded(int length) {
        int beyondFirst = Math.max(0, length - window.kernelHeight());
        return window.kernelHeight() + Math.ceilDiv(beyondFirst, window.stride()) * window.stride();
    }

    /** Copies the part of each image that both tensors have, their upper left corners. */
    private static void copyRows(Tensor from, Tensor to) {
        int rows = Math.min(from.dim(2), to.dim(2));
        int columns = Math.min(from.dim(3), to.dim(3));
        for (int image = 0; image < from.dim(0) * from.dim(1); image++) {
            for (int y = 0; y < rows; y++) {
                System.arraycopy(
                        from.data(),
                        (image * from.dim(2) + y) * from.dim(3),
                        to.data(),
                        (image * to.dim(2) + y) * to.dim(3),
                        columns);
            }
        }
    }
}
