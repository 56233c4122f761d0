package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Shape;

/** Changes of images {@code [N, C, H, W]}. */
public final class ImageOracle {

    private ImageOracle() {}

    /** A number of an image from its place. */
    private interface Pixel {
        double of(int n, int c, int row, int column);
    }

    /** Mirrors left for right. */
    public static DoubleTensor flip(DoubleTensor x) {
        return make(x.shape(), (n, c, row, column) -> at(x, n, c, row, x.dim(3) - 1 - column));
    }

    /** Computes weights[0] · red + weights[1] · green + weights[2] · blue. */
    public static DoubleTensor gray(DoubleTensor x, double... weights) {
        return make(Shape.of(x.dim(0), 1, x.dim(2), x.dim(3)), (n, _, row, column) -> {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += weights[c] * at(x, n, c, row, column);
            }
            return sum;
        });
    }

    /** Moves down and to the right; zeros move in. */
    public static DoubleTensor shift(DoubleTensor x, int down, int right) {
        return make(x.shape(), (n, c, row, column) -> at(x, n, c, row - down, column - right));
    }

    /** Moves down and to the right; what moves out on one side comes in on the other. */
    public static DoubleTensor rolled(DoubleTensor x, int down, int right) {
        return make(
                x.shape(),
                (n, c, row, column) ->
                        at(x, n, c, Math.floorMod(row - down, x.dim(2)), Math.floorMod(column - right, x.dim(3))));
    }

    /** Computes (x − mean) / deviation, channel by channel. */
    public static DoubleTensor normalize(DoubleTensor x, DoubleTensor mean, DoubleTensor deviation) {
        return BatchNormOracle.perChannel(
                x, (value, c) -> (value - mean.data()[c]) / deviation.data()[c]);
    }

    private static DoubleTensor make(Shape shape, Pixel pixel) {
        DoubleTensor result = DoubleTensor.zeros(shape.toArray());
        int i = 0;
        for (int n = 0; n < shape.dim(0); n++) {
            for (int c = 0; c < shape.dim(1); c++) {
                for (int row = 0; row < shape.dim(2); row++) {
                    for (int column = 0; column < shape.dim(3); column++) {
                        result.data()[i++] = pixel.of(n, c, row, column);
                    }
                }
            }
        }
        return result;
    }

    private static double at(DoubleTensor x, int n, int c, int row, int column) {
        boolean inside = row >= 0 && row < x.dim(2) && column >= 0 && column < x.dim(3);
        return inside ? x.data()[((n * x.dim(1) + c) * x.dim(2) + row) * x.dim(3) + column] : 0;
    }
}
