package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Means over windows that always make the same number of outputs: {@code [N, C, H, W]} to {@code [N, C, height, width]}
 * for any H and W. As in PyTorch, output row i is the mean of the input rows {@code floor(i·H / height)} up to, without,
 * {@code ceil((i + 1)·H / height)}; windows overlap where the division leaves a rest. With 1×1 it is the global average.
 */
public final class AdaptiveAveragePool2d implements Layer, SharesGradients {
    private final int height;
    private final int width;
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private Shape inputShape = Shape.of(0, 0, 0, 0); // of the latest forward pass
    private Tensor shares = Tensor.zeros(0, 0); // [height·width, H·W]: what each pixel gives to each output

    /** Creates the layer for outputs of so many rows and columns, at least 1 each. */
    public AdaptiveAveragePool2d(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("An adaptive pool makes at least 1×1, but got " + height + "×" + width);
        }
        this.height = height;
        this.width = width;
    }

    /** Pools by a product with the matrix of the pixels' shares, which serves the backward pass as well. */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor output = outputs.get(input.device(), outputShape(input.shape()));
        if (!sameSize(input.shape(), inputShape)
                || shares.device() != input.device()
                || shares.storage().released()) {
            shares = Kernels.of(input).allocate(Shape.of(height * width, input.dim(2) * input.dim(3)));
            shares.copyFrom(shares(input.dim(2), input.dim(3)));
        }
        inputShape = input.shape();
        Kernels.of(input).matmul(MatMul.NT, rows(input), shares, rows(output));
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.get(outputGradient.device(), inputShape, outputGradient);
        Kernels.of(outputGradient).matmul(MatMul.NN, rows(outputGradient), shares, rows(inputGradient));
        return inputGradient;
    }

    @Override
    public void shareGradients(GradientSpace space) {
        inputGradients = space;
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 4 || input.dim(2) < 1 || input.dim(3) < 1) {
            throw new ShapeMismatch(toString(), "images [N, C, H, W]", input, "Does a Flatten stand too early?");
        }
        return Shape.of(input.dim(0), input.dim(1), height, width);
    }

    @Override
    public String toString() {
        return "AdaptiveAveragePool2d(" + height + "×" + width + ")";
    }

    private Tensor shares(int rows, int columns) {
        Tensor matrix = Tensor.zeros(height * width, rows * columns);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float share = 1f
                        / ((end(y, rows, height) - begin(y, rows, height))
                                * (end(x, columns, width) - begin(x, columns, width)));
                for (int i = begin(y, rows, height); i < end(y, rows, height); i++) {
                    for (int j = begin(x, columns, width); j < end(x, columns, width); j++) {
                        matrix.data()[((y * width + x) * rows + i) * columns + j] = share;
                    }
                }
            }
        }
        return matrix;
    }

    private static int begin(int output, int inputs, int outputs) {
        return (int) ((long) output * inputs / outputs);
    }

    private static int end(int output, int inputs, int outputs) {
        return (int) Math.ceilDiv((output + 1L) * inputs, (long) outputs);
    }

    private static boolean sameSize(Shape one, Shape other) {
        return one.dim(2) == other.dim(2) && one.dim(3) == other.dim(3);
    }

    private static Tensor rows(Tensor images) {
        return images.reshape(images.dim(0) * images.dim(1), images.dim(2) * images.dim(3));
    }
}
