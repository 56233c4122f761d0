package io.gradlab.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures a workload: a warm-up, then samples, of which the median counts, or the fastest. */
final class Stopwatch {
    private static final int FEWEST_STEPS = 10;
    private static final int STEPS_AHEAD = 100; // that the host may be before a GPU while warming up
    private static final int SAMPLES = 11;
    private static final double SAMPLE_SECONDS = 0.1;
    private static final int SHORT_SAMPLES = 100;
    private static final double SHORT_SAMPLE_SECONDS = 0.01;
    private static final double MOST_SECONDS = 12; // for slow workloads, fewer samples

    private Stopwatch() {}

    static Measurement measure(Workload workload, int threads, double peakGflops) {
        workload.prepare();
        long steps = 0;
        long start = System.nanoTime();
        while (seconds(start) < workload.warmUpSeconds() || steps < FEWEST_STEPS) {
            workload.step();
            steps++;
            if (steps % STEPS_AHEAD == 0) {
                Place.kernels().finish();
            }
        }
        Place.kernels().finish();
        double step = seconds(start) / steps;
        boolean fastest = workload.fastestCounts();
        double length = fastest ? SHORT_SAMPLE_SECONDS : SAMPLE_SECONDS;
        int perSample = (int) Math.max(1, Math.round(length / step));
        int most = fastest ? SHORT_SAMPLES : SAMPLES;
        double[] samples = new double[(int) Math.clamp(MOST_SECONDS / (step * perSample), 3, most)];
        long allocatedBefore = allocated();
        for (int sample = 0; sample < samples.length; sample++) {
            long begin = System.nanoTime();
            for (int i = 0; i < perSample; i++) {
                workload.step();
            }
            Place.kernels().finish();
            samples[sample] = seconds(begin) / perSample;
        }
        long bytes = (allocated() - allocatedBefore) / ((long) samples.length * perSample);
        Arrays.sort(samples);
        double chosen = samples[fastest ? 0 : samples.length / 2];
        return new Measurement(
                workload.name(),
                workload.description(),
                workload.value(chosen),
                workload.unit(),
                threads,
                peakGflops,
                workload.flops() / chosen / 1e9,
                bytes,
                ResidentMemory.peakMegabytes());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)
                .getTotalThreadAllocatedBytes();
    }
}
