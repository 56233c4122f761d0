package io.gradlab.lab2.analysis.tsne;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does independent pieces of work, each of which writes to places of its own, on a number of threads. */
final class Pieces implements AutoCloseable {
    private static final int SIZE = 64; // points in a piece

    private final ForkJoinPool pool;

    Pieces(int threads) {
        pool = new ForkJoinPool(threads);
    }

    /** Does the work for 0 .. count - 1. */
    void each(int count, IntConsumer work) {
        int pieces = (count + SIZE - 1) / SIZE;
        pool.submit(() -> IntStream.range(0, pieces).parallel().forEach(piece -> {
                    for (int i = piece * SIZE; i < Math.min(count, (piece + 1) * SIZE); i++) {
                        work.accept(i);
                    }
                }))
                .join();
    }

    @Override
    public void close() {
        pool.close();
    }
}
