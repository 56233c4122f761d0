package io.gradlab.cli.bench;

import java.util.OptionalLong;

/**
 * One figure.
 *
 * @param name the workload's
 * @param description what was measured
 * @param value of the median sample, or of the fastest
 * @param unit of the value, for example {@code GFLOP/s}
 * @param threads it was measured with
 * @param peakGflops the machine's own peak with as many threads, measured in the same run
 * @param gflops what the workload did; 0 where operations do not limit it
 * @param bytesPerStep bytes of heap that one step allocated, on all threads of this process
 * @param peakResidentMegabytes the most memory this process has held so far
 */
record Measurement(
        String name,
        String description,
        double value,
        String unit,
        int threads,
        double peakGflops,
        double gflops,
        long bytesPerStep,
        OptionalLong peakResidentMegabytes) {

    double peakFraction() {
        return gflops / peakGflops;
    }
}
