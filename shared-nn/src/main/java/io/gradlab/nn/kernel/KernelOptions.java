package io.gradlab.nn.kernel;

/**
 * How kernels are to work.
 *
 * @param threads host threads that they may use, at least 1
 * @param precision how a GPU multiplies
 */
public record KernelOptions(int threads, Precision precision) {

    /** Checks the range. */
    public KernelOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, but got " + threads);
        }
    }

    /** Returns options for so many host threads, with float32 products. */
    public static KernelOptions ofThreads(int threads) {
        return new KernelOptions(threads, Precision.FP32);
    }
}
