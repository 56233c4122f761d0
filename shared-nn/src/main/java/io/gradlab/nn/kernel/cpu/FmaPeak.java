package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Measures how many floating-point operations this machine can do at best: ten independent chains of fused multiply-adds
 * that touch no memory. Needs the Vector API.
 *
 * <pre>{@code
 * for each chain and round: a = a · f + t
 * }</pre>
 *
 * <p>Why it is the peak: a fused multiply-add takes four cycles and two can begin in each, so eight chains keep both units
 * busy; ten leave some slack. Every fraction of peak that `gradlab bench` prints is relative to this.
 */
public final class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 10; // latency 4 × 2 a cycle need 8; more would not fit into 16 registers
    private static final int ROUNDS = 2_000_000;

    private FmaPeak() {}

    /** Returns the best of {@code samples} short measurements on each of so many threads, in GFLOP/s of all together. */
    public static double gigaFlops(int threads, int samples) {
        double[] best = new double[threads];
        Thread[] runners = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofPlatform().start(() -> best[i] = best(samples)))
                .toArray(Thread[]::new);
        for (Thread runner : runners) {
            try {
                runner.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted while measuring", e);
            }
        }
        return Arrays.stream(best).sum();
    }

    private static double best(int samples) {
        double best = 0;
        float sink = 0;
        for (int i = 0; i < samples; i++) {
            long start = System.nanoTime();
            sink += chains(ROUNDS, 0.999f, 0.001f);
            double flops = 2.0 * CHAINS * SPECIES.length() * ROUNDS;
            best = Math.max(best, flops / (System.nanoTime() - start));
        }
        return Float.isNaN(sink) ? 0 : best;
    }

    private static float chains(int rounds, float factor, float term) {
        FloatVector f = FloatVector.broadcast(SPECIES, factor);
        FloatVector t = FloatVector.broadcast(SPECIES, term);
        FloatVector a = t;
        FloatVector b = t;
        FloatVector c = t;
        FloatVector d = t;
        FloatVector e = t;
        FloatVector g = t;
        FloatVector h = t;
        FloatVector i = t;
        FloatVector j = t;
        FloatVector k = t;
        for (int round = 0; round < rounds; round++) {
            a = a.fma(f, t);
            b = b.fma(f, t);
            c = c.fma(f, t);
            d = d.fma(f, t);
            e = e.fma(f, t);
            g = g.fma(f, t);
            h = h.fma(f, t);
            i = i.fma(f, t);
            j = j.fma(f, t);
            k = k.fma(f, t);
        }
        return a.add(b).add(c).add(d).add(e).add(g).add(h).add(i).add(j).add(k).lane(0);
    }
}
