package io.gradlab.grader.lab2;

import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import java.util.function.UnaryOperator;

/** Images and kernels {@code [A, B, H, W]}, read in wrong ways. */
final class WindowChanges {

    private WindowChanges() {}

    /** Turns rows and columns round. */
    static DoubleTensor flipped(DoubleTensor tensor) {
        return read(tensor, tensor.shape(), at ->
                new int[] {at[0], at[1], tensor.dim(2) - 1 - at[2], tensor.dim(3) - 1 - at[3]});
    }

    /** Exchanges rows and columns of square maps. */
    static DoubleTensor turned(DoubleTensor tensor) {
        return read(tensor, tensor.shape(), at -> new int[] {at[0], at[1], at[3], at[2]});
    }

    /** Sets all channels but one to zero. */
    static DoubleTensor channel(DoubleTensor tensor, int channel) {
        return read(tensor, tensor.shape(), at -> at[1] == channel ? at : new int[] {at[0], at[1], -1, -1});
    }

    /** Adds zeros before the first and after the last row and column. */
    static DoubleTensor padded(DoubleTensor tensor, int before, int after) {
        Shape shape =
                Shape.of(tensor.dim(0), tensor.dim(1), tensor.dim(2) + before + after, tensor.dim(3) + before + after);
        return read(tensor, shape, at -> new int[] {at[0], at[1], at[2] - before, at[3] - before});
    }

    /** Keeps the first rows and columns. */
    static DoubleTensor cropped(DoubleTensor tensor, Shape shape) {
        return read(tensor, shape, at -> at);
    }

    /** Returns the numbers in the order of {@code [A, H, W, B]}, in the shape that they have. */
    static DoubleTensor channelsLast(DoubleTensor tensor) {
        DoubleTensor ordered = read(tensor, Shape.of(tensor.dim(0), tensor.dim(2), tensor.dim(3), tensor.dim(1)), at ->
                new int[] {at[0], at[3], at[1], at[2]});
        return new DoubleTensor(tensor.shape(), ordered.data());
    }

    private static DoubleTensor read(DoubleTensor source, Shape shape, UnaryOperator<int[]> place) {
        DoubleTensor result = DoubleTensor.zeros(shape.toArray());
        for (int i = 0; i < result.data().length; i++) {
            int[] at = {
                i / shape.withoutFirst().size(),
                i / (shape.dim(2) * shape.dim(3)) % shape.dim(1),
                i / shape.dim(3) % shape.dim(2),
                i % shape.dim(3)
            };
            int[] from = place.apply(at);
            boolean inside = from[2] >= 0 && from[2] < source.dim(2) && from[3] >= 0 && from[3] < source.dim(3);
            result.data()[i] = inside
                    ? source.data()[
                            ((from[0] * source.dim(1) + from[1]) * source.dim(2) + from[2]) * source.dim(3) + from[3]]
                    : 0;
        }
        return result;
    }
}
