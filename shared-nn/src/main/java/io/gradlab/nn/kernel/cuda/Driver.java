package io.gradlab.nn.kernel.cuda;

import java.nio.ByteBuffer;

/**
 * What a GPU has to answer. Memory is named by its address; work runs in the order in which it was asked for (one
 * stream), and nothing waits for it but {@link #download}, {@link #synchronize} and {@link #release}.
 *
 * <p>Failures of the device are {@link CudaFailure}s: after most of them the device is of no use any more.
 */
interface Driver extends AutoCloseable {

    /** Returns what is known of the GPU. */
    DeviceFacts facts();

    /** Returns how many bytes nobody uses, as the driver sees it. */
    long freeBytes();

    /** Takes memory, aligned to 256 bytes, with arbitrary content; returns 0 if there is not enough. */
    long allocate(long bytes);

    /** Waits for all work and gives back what {@link #allocate} returned. */
    void release(long address);

    /** Copies {@code count} numbers to the device; {@code source} may be changed as soon as this returns. */
    void upload(float[] source, int count, long target);

    /** Waits for all work so far and copies {@code count} numbers to the host. */
    void download(long source, float[] target, int count);

    /** Copies within the device. */
    void copy(long source, long target, long bytes);

    /**
     * Returns a handle of a kernel.
     *
     * @param module the name of a PTX resource without its ending, loaded when first asked for
     * @param name the kernel's {@code extern "C"} name
     */
    long function(String module, String name);

    /**
     * Starts a kernel.
     *
     * @param arguments one argument in each slot of eight bytes, in the machine's byte order; read before this returns
     */
    void launch(long function, Grid grid, ByteBuffer arguments);

    /** Waits until all work is done. */
    void synchronize();

    /** Creates a graph of launches, empty; see {@link LaunchGraph}. */
    LaunchGraph graph();

    /** Gives everything back. */
    @Override
    void close();
}
