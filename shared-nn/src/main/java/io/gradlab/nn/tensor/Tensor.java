package io.gradlab.nn.tensor;

import java.util.Arrays;

/**
 * A dense array of float32 numbers with a {@link Shape}: contiguous, row-major, no strides.
 *
 * <p>Element {@code (n, c, h, w)} of an {@code [N, C, H, W]} tensor stands at {@code ((n·C + c)·H + h)·W + w}. On the
 * host the numbers are a plain {@code float[]} of exactly {@link #size()} entries, see {@link #data()}.
 */
public final class Tensor {
    private static final int SHOWN_VALUES = 8;

    private final Shape shape;
    private final Storage storage; // storage.size() == shape.size()

    /** Creates a tensor over existing storage, whose size must be that of the shape. */
    public Tensor(Shape shape, Storage storage) {
        if (storage.size() != shape.size()) {
            throw new IllegalArgumentException(
                    "Shape " + shape + " holds " + shape.size() + " numbers, but got " + storage.size());
        }
        this.shape = shape;
        this.storage = storage;
    }

    /** Returns a host tensor of zeros. */
    public static Tensor zeros(int... dimensions) {
        return zeros(Shape.of(dimensions));
    }

    /** Returns a host tensor of zeros. */
    public static Tensor zeros(Shape shape) {
        return of(shape, new float[shape.size()]);
    }

    /** Returns a host tensor over {@code data}, which is used, not copied, and must fit the shape. */
    public static Tensor of(Shape shape, float[] data) {
        return new Tensor(shape, new HostStorage(data));
    }

    /** Returns a host tensor of rank 1 over {@code data}, which is used, not copied. */
    public static Tensor vector(float... data) {
        return of(Shape.of(data.length), data);
    }

    /** Returns a host tensor {@code [rows, columns]} with a copy of the given rows, which all have the same length. */
    public static Tensor matrix(float[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        Tensor matrix = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "Row 0 has " + columns + " numbers, row " + i + " has " + rows[i].length);
            }
            System.arraycopy(rows[i], 0, matrix.data(), i * columns, columns);
        }
        return matrix;
    }

    /** Returns this tensor's shape. */
    public Shape shape() {
        return shape;
    }

    /** Returns dimension {@code axis}; negative axes count from the end. */
    public int dim(int axis) {
        return shape.dim(axis);
    }

    /** Returns how many numbers this tensor holds. */
    public int size() {
        return shape.size();
    }

    /** Returns where the numbers live. */
    public Device device() {
        return storage.device();
    }

    /** Returns the storage, for the kernels of its device. */
    public Storage storage() {
        return storage;
    }

    /**
     * Returns the numbers themselves, row-major, exactly {@link #size()} of them; not a copy.
     *
     * @throws IllegalStateException if the tensor lives on a device; {@link #toHost()} copies it
     */
    public float[] data() {
        if (storage instanceof HostStorage host) {
            return host.numbers();
        }
        throw new IllegalStateException(
                "Tensor " + shape + " lives on " + device() + "; call toHost() to copy it before reading its numbers");
    }

    /** Returns the number at the given indices, one for each axis. */
    public float at(int... indices) {
        return data()[offset(indices)];
    }

    /** Returns this tensor if it is on the host already, else a copy there. */
    public Tensor toHost() {
        return storage instanceof HostStorage ? this : copy();
    }

    /** Returns a copy on the host with numbers of its own. */
    public Tensor copy() {
        float[] numbers = new float[size()];
        storage.read(numbers);
        return of(shape, numbers);
    }

    /** Overwrites this tensor's numbers with those of {@code source}, of the same size. */
    public void copyFrom(Tensor source) {
        if (source.size() != size()) {
            throw new IllegalArgumentException("Cannot copy a tensor " + source.shape + " into one of " + shape);
        }
        storage.write(source.toHost().data());
    }

    /** Returns a tensor with the same numbers, shared and not copied, seen in another shape of the same size. */
    public Tensor reshape(Shape other) {
        return other.equals(shape) ? this : new Tensor(other, storage);
    }

    /** Returns a tensor with the same numbers, shared and not copied, seen in another shape of the same size. */
    public Tensor reshape(int... dimensions) {
        return reshape(Shape.of(dimensions));
    }

    private int offset(int[] indices) {
        if (indices.length != shape.rank()) {
            throw new IllegalArgumentException(
                    "Tensor " + shape + " takes " + shape.rank() + " indices, but got " + Arrays.toString(indices));
        }
        int offset = 0;
        for (int axis = 0; axis < indices.length; axis++) {
            int index = indices[axis];
            if (index < 0 || index >= shape.dim(axis)) {
                throw new IndexOutOfBoundsException(
                        "Index " + Arrays.toString(indices) + " lies outside of a tensor " + shape);
            }
            offset = offset * shape.dim(axis) + index;
        }
        return offset;
    }

    /** Returns for example {@code Tensor[2, 3] 0.1 0.2 0.3 …}: the shape and the first few numbers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Tensor").append(shape);
        if (device() != Device.CPU) {
            return text.append(" on ").append(device()).toString();
        }
        for (int i = 0; i < Math.min(size(), SHOWN_VALUES); i++) {
            text.append(' ').append(data()[i]);
        }
        return size() > SHOWN_VALUES ? text.append(" …").toString() : text.toString();
    }
}
