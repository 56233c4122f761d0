package io.gradlab.nn.kernel.cuda;

import java.nio.ByteBuffer;

/**
 * Launches that the device runs one after the other at a single request: a CUDA graph, which spares the host's work for
 * each launch. First {@link #add}, then {@link #seal}, then any number of {@link #change} and {@link #launch}.
 */
interface LaunchGraph extends AutoCloseable {

    /** Adds a launch after those added before; parameters as in {@link Driver#launch}. */
    void add(long function, Grid grid, ByteBuffer arguments);

    /** Ends the adding. */
    void seal();

    /** Replaces the arguments of launch {@code index}, whose function and grid stay. */
    void change(int index, long function, Grid grid, ByteBuffer arguments);

    /** Runs all launches, on the driver's stream. */
    void launch();

    /** Gives the graph back; the device must not be running it. */
    @Override
    void close();
}
