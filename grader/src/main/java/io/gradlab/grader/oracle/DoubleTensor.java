package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Numbers in double precision with a shape, row-major; the oracles' own.
 *
 * @param data exactly as many as the shape holds; used, not copied
 */
public record DoubleTensor(Shape shape, double[] data) {

    /** Checks the size. */
    public DoubleTensor {
        if (data.length != shape.size()) {
            throw new IllegalArgumentException("Shape " + shape + " does not hold " + data.length + " numbers");
        }
    }

    /** Returns a tensor's numbers. */
    public static DoubleTensor of(Tensor tensor) {
        float[] source = tensor.data();
        double[] data = new double[source.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = source[i];
        }
        return new DoubleTensor(tensor.shape(), data);
    }

    /** Returns one number, of the shape of a scalar. */
    public static DoubleTensor scalar(double value) {
        return new DoubleTensor(Shape.of(), new double[] {value});
    }

    /** Returns zeros. */
    public static DoubleTensor zeros(int... dimensions) {
        Shape shape = Shape.of(dimensions);
        return new DoubleTensor(shape, new double[shape.size()]);
    }

    /** Returns dimension {@code axis}. */
    public int dim(int axis) {
        return shape.dim(axis);
    }

    /** Returns the number at row {@code i}, column {@code j} of a matrix. */
    public double at(int i, int j) {
        return data[i * shape.dim(1) + j];
    }

    /** Returns f of every number. */
    public DoubleTensor map(DoubleUnaryOperator f) {
        double[] mapped = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            mapped[i] = f.applyAsDouble(data[i]);
        }
        return new DoubleTensor(shape, mapped);
    }

    /** Returns f of every number and its partner in {@code other}, of the same size. */
    public DoubleTensor with(DoubleTensor other, DoubleBinaryOperator f) {
        double[] combined = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            combined[i] = f.applyAsDouble(data[i], other.data[i]);
        }
        return new DoubleTensor(shape, combined);
    }

    /** Returns every number times {@code factor}. */
    public DoubleTensor times(double factor) {
        return map(x -> factor * x);
    }

    /** Returns a matrix's transpose. */
    public DoubleTensor transposed() {
        DoubleTensor transposed = zeros(dim(1), dim(0));
        for (int i = 0; i < dim(0); i++) {
            for (int j = 0; j < dim(1); j++) {
                transposed.data[j * dim(0) + i] = at(i, j);
            }
        }
        return transposed;
    }

    /** Returns the largest absolute value. */
    public double maximumNorm() {
        double norm = 0;
        for (double x : data) {
            norm = Math.max(norm, Math.abs(x));
        }
        return norm;
    }
}
