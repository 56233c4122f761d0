package io.gradlab.nn.tensor;

/** Where a tensor's numbers live: an array on the host, or memory of a device that only its kernels can read. */
public interface Storage {

    /** Returns the device; operations run on the kernels of the device where their operands live. */
    Device device();

    /** Returns how many float32 numbers are stored. */
    int size();

    /** Copies all numbers to {@code target}, which holds at least {@link #size()} of them. */
    void read(float[] target);

    /** Overwrites all numbers with the first {@link #size()} of {@code source}. */
    void write(float[] source);

    /**
     * Gives memory of a device back; the numbers must not be used afterwards. On the host, where nobody needs to, it does
     * nothing.
     */
    default void release() {}

    /** Returns whether {@link #release} gave the memory back. */
    default boolean released() {
        return false;
    }
}
