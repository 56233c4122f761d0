package io.gradlab.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Tensor;

/** Compares float32 results with double-precision ones. */
final class Close {

    private Close() {}

    /** Requires |actual - expected| ≤ bound · max(1, largest |expected|) everywhere. */
    static void requireClose(Tensor actual, double[] expected, double bound, String what) {
        assertThat(actual.size()).as(what).isEqualTo(expected.length);
        double largest = 1;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual.data()[i] - expected[i]);
            if (!(difference <= bound * largest)) {
                throw new AssertionError(what + ": element " + i + " is " + actual.data()[i] + ", expected "
                        + expected[i] + " within " + bound * largest);
            }
        }
    }
}
