package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.Precision;

/**
 * What a GPU can do at best, measured: the rate of multiplications with additions that wait for no memory, and the speed of
 * a plain copy.
 */
public final class Ceilings {
    private static final int THREADS = 256;
    private static final int BLOCKS_A_MULTIPROCESSOR = 32;
    private static final int SUMS = 8; // of a thread in ceiling_fp32
    private static final double FLOPS_A_PRODUCT = 2.0 * 16 * 8 * 8; // of a warp
    private static final int PRODUCTS = 4; // of a warp in each round of ceiling_tf32
    private static final int WARP = 32;
    private static final int REPETITIONS = 10;
    private static final long COPIED = 512L << 20; // bytes, far beyond any cache

    private final Stream stream;
    private final int rounds;

    private Ceilings(Stream stream, int rounds) {
        this.stream = stream;
        this.rounds = rounds;
    }

    /**
     * Prepares to measure.
     *
     * @param kernels a GPU's
     * @throws IllegalArgumentException if they are the host's
     */
    public static Ceilings of(Kernels kernels) {
        return of(kernels, 20_000);
    }

    static Ceilings of(Kernels kernels, int rounds) {
        if (kernels instanceof CudaKernels cuda) {
            return new Ceilings(cuda.stream(), rounds);
        }
        throw new IllegalArgumentException("These kernels are no GPU's: " + kernels.description());
    }

    /** Returns the rate of products in a precision, in GFLOP/s, a multiplication and an addition counting two. */
    public double gigaFlops(Precision precision) {
        int blocks = stream.driver().facts().multiprocessors() * BLOCKS_A_MULTIPROCESSOR;
        long threads = (long) blocks * THREADS;
        long out = stream.scratch(4 * threads);
        Grid grid = Grid.of(blocks, THREADS);
        boolean tf32 = precision == Precision.TF32;
        Kernel fp32Kernel = stream.kernel("ceilings", "ceiling_fp32");
        Kernel tf32Kernel = stream.kernel("ceilings_tf32", "ceiling_tf32");
        double seconds = fastest(() -> {
            if (tf32) {
                tf32Kernel.on(grid).address(out).number(1e-3).integer(rounds).go();
            } else {
                fp32Kernel
                        .on(grid)
                        .address(out)
                        .number(0.999)
                        .number(1e-3)
                        .integer(rounds)
                        .go();
            }
        });
        double flops = tf32 ? FLOPS_A_PRODUCT * PRODUCTS * rounds * threads / WARP : 2.0 * SUMS * rounds * threads;
        return flops / seconds / 1e9;
    }

    /** Returns the speed of a copy within the GPU's memory, in GB/s, bytes read and bytes written. */
    public double gigabytesPerSecond() {
        long bytes = Math.min(COPIED, stream.driver().freeBytes() / 4);
        long from = stream.memory().take(bytes);
        long to = stream.memory().take(bytes);
        double seconds = fastest(() -> stream.driver().copy(from, to, bytes));
        stream.memory().giveBack(from);
        stream.memory().giveBack(to);
        return 2.0 * bytes / seconds / 1e9;
    }

    private double fastest(Runnable work) {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            stream.synchronize();
            long begin = System.nanoTime();
            work.run();
            stream.synchronize();
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e9);
        }
        return fastest;
    }
}
