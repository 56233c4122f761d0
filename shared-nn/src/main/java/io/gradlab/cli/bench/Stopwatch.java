package io.gradlab.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures a workload: a warm-up of a second or more, then samples, of which the median counts. */
final class Stopwatch {
    private static final double WARM_UP_SECONDS = 2;
    private static final int SAMPLES = 11;
    private static final double SAMPLE_SECONDS = 0.1;

    private Stopwatch() {}

    static Measurement measure(Workload workload, int threads, double peakGflops) {
        workload.prepare();
        long steps = 0;
        long start = System.nanoTime();
        while (seconds(start) < WARM_UP_SECONDS) {
            workload.step();
            steps++;
        }
        int perSample = (int) Math.max(1, Math.round(steps * SAMPLE_SECONDS / seconds(start)));
        double[] samples = new double[SAMPLES];
        long allocatedBefore = allocated();
        for (int i = 0; i < SAMPLES; i++) {
            long begin = System.nanoTime();
            for (int step = 0; step < perSample; step++) {
                workload.step();
            }
            samples[i] = seconds(begin) / perSample;
        }
        long bytes = (allocated() - allocatedBefore) / ((long) SAMPLES * perSample);
        Arrays.sort(samples);
        double median = samples[SAMPLES / 2];
        return new Measurement(
                workload.name(),
                workload.value(median),
                workload.unit(),
                threads,
                peakGflops,
                workload.flops() / median / 1e9,
                bytes);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)
                .getTotalThreadAllocatedBytes();
    }
}
