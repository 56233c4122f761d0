package io.gradlab.cli.bench;

/**
 * One figure.
 *
 * @param name the workload's
 * @param description what was measured
 * @param value the median of the samples
 * @param unit of the value, for example {@code GFLOP/s}
 * @param threads it was measured with
 * @param peakGflops the machine's own peak with as many threads, measured in the same run
 * @param gflops what the workload did
 * @param bytesPerStep bytes of heap that one step allocated, on all threads
 */
record Measurement(
        String name,
        String description,
        double value,
        String unit,
        int threads,
        double peakGflops,
        double gflops,
        long bytesPerStep) {

    double peakFraction() {
        return gflops / peakGflops;
    }
}
