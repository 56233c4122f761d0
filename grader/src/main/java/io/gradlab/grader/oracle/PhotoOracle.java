package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Shape;

/** Resizing, cropping and preparing images {@code [N, C, H, W]}. */
public final class PhotoOracle {

    private PhotoOracle() {}

    /** Where the centre of an output pixel lies, in terms of input pixels, along one axis. */
    public interface Place {
        /** Returns it; what lies outside of the image is brought to its border. */
        double of(int output, int inputs, int outputs);
    }

    /** A number of an image from its place. */
    public interface Pixel {
        /** Returns it. */
        double of(int n, int c, int row, int column);
    }

    /** Resizes by bilinear interpolation. */
    public static DoubleTensor resize(DoubleTensor x, int height, int width, Place place) {
        return make(Shape.of(x.dim(0), x.dim(1), height, width), (n, c, row, column) -> {
            double y = Math.clamp(place.of(row, x.dim(2), height), 0, x.dim(2) - 1);
            double z = Math.clamp(place.of(column, x.dim(3), width), 0, x.dim(3) - 1);
            double sum = 0;
            for (int i = 0; i < x.dim(2); i++) {
                for (int j = 0; j < x.dim(3); j++) {
                    sum += Math.max(0, 1 - Math.abs(y - i)) * Math.max(0, 1 - Math.abs(z - j)) * at(x, n, c, i, j);
                }
            }
            return sum;
        });
    }

    /** The centres of pixels as squares whose edges stay together. */
    public static double halfPixel(int output, int inputs, int outputs) {
        return (output + 0.5) * inputs / outputs - 0.5;
    }

    /** Cuts out a rectangle; 0 where it hangs over the edge. */
    public static DoubleTensor crop(DoubleTensor x, int height, int width, int top, int left) {
        return make(
                Shape.of(x.dim(0), x.dim(1), height, width),
                (n, c, row, column) -> at(x, n, c, top + row, left + column));
    }

    /** Makes an image of a function of the place. */
    public static DoubleTensor make(Shape shape, Pixel pixel) {
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

    /** Returns a pixel; 0 outside. */
    public static double at(DoubleTensor x, int n, int c, int row, int column) {
        boolean inside = row >= 0 && row < x.dim(2) && column >= 0 && column < x.dim(3);
        return inside ? x.data()[((n * x.dim(1) + c) * x.dim(2) + row) * x.dim(3) + column] : 0;
    }
}
