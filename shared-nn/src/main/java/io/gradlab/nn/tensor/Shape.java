package io.gradlab.nn.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor, outermost first: images are {@code [N, C, H, W]}, dense weights {@code [out, in]},
 * convolution weights {@code [out, in, kh, kw]}. A shape without dimensions is that of a scalar.
 */
public final class Shape {
    private final int[] dimensions; // every entry >= 0; never handed out
    private final int size; // product of the dimensions

    private Shape(int[] dimensions) {
        long product = 1;
        for (int dimension : dimensions) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "A dimension is never negative, but got " + Arrays.toString(dimensions));
            }
            product = Math.multiplyExact(product, dimension);
        }
        if (product > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A tensor holds at most 2^31 - 9 numbers, but "
                    + Arrays.toString(dimensions) + " would hold " + product);
        }
        this.dimensions = dimensions;
        this.size = (int) product;
    }

    /** Returns the shape with the given dimensions, outermost first; each is at least 0. */
    public static Shape of(int... dimensions) {
        return new Shape(dimensions.clone());
    }

    /** Returns how many dimensions there are: 4 for {@code [N, C, H, W]}. */
    public int rank() {
        return dimensions.length;
    }

    /** Returns dimension {@code axis}; a negative axis counts from the end, so {@code dim(-1)} is the innermost. */
    public int dim(int axis) {
        int index = axis < 0 ? axis + dimensions.length : axis;
        if (index < 0 || index >= dimensions.length) {
            throw new IllegalArgumentException("Shape " + this + " has no axis " + axis);
        }
        return dimensions[index];
    }

    /** Returns how many numbers a tensor of this shape holds. */
    public int size() {
        return size;
    }

    /** Returns this shape with its first dimension replaced: the same samples' shape for another batch size. */
    public Shape withFirst(int first) {
        int[] changed = dimensions.clone();
        changed[0] = first;
        return new Shape(changed);
    }

    /** Returns this shape with {@code first} put in front: {@code [C, H, W]} becomes {@code [N, C, H, W]}. */
    public Shape prepend(int first) {
        int[] longer = new int[dimensions.length + 1];
        longer[0] = first;
        System.arraycopy(dimensions, 0, longer, 1, dimensions.length);
        return new Shape(longer);
    }

    /** Returns this shape without its first dimension: {@code [N, C, H, W]} becomes {@code [C, H, W]}. */
    public Shape withoutFirst() {
        return new Shape(Arrays.copyOfRange(dimensions, 1, dimensions.length));
    }

    /** Returns a copy of the dimensions. */
    public int[] toArray() {
        return dimensions.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    /** Returns for example {@code [64, 1, 28, 28]}. */
    @Override
    public String toString() {
        return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
