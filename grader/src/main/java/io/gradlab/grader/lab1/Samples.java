package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;

/**
 * Labelled samples.
 *
 * @param inputs {@code [N, inputs]}
 * @param labels N of them
 */
record Samples(Tensor inputs, int[] labels) {
    private static final double RADIUS = 3;

    /** Returns points of the plane around three centres, as far from each other as the noise allows to tell apart. */
    static Samples blobs(Bench bench, String purpose, int samples) {
        double turn = 2 * Math.PI * bench.seed().stream("turn of the blobs").uniform(0);
        int[] labels = labels(bench, purpose + " labels", samples, 3);
        Tensor inputs = bench.gaussians(purpose, samples, 2);
        for (int n = 0; n < samples; n++) {
            double angle = turn + labels[n] * 2 * Math.PI / 3;
            inputs.data()[2 * n] += (float) (RADIUS * StrictMath.cos(angle));
            inputs.data()[2 * n + 1] += (float) (RADIUS * StrictMath.sin(angle));
        }
        return new Samples(inputs, labels);
    }

    /** Returns random inputs with labels that have nothing to do with them. */
    static Samples noise(Bench bench, String purpose, int samples, int inputs, int classes) {
        return new Samples(
                bench.gaussians(purpose, samples, inputs), labels(bench, purpose + " labels", samples, classes));
    }

    /** Returns the share of predictions that are the labels. */
    double accuracy(int[] predictions) {
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            right += predictions[n] == labels[n] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Returns the mean of −log p of the labels. */
    double loss(DoubleTensor probabilities) {
        double loss = 0;
        for (int n = 0; n < labels.length; n++) {
            loss -= StrictMath.log(Math.max(1e-30, probabilities.at(n, labels[n])));
        }
        return loss / labels.length;
    }

    private static int[] labels(Bench bench, String purpose, int samples, int classes) {
        RandomStream random = bench.seed().stream(purpose);
        int[] labels = new int[samples];
        for (int n = 0; n < samples; n++) {
            labels[n] = random.below(n, classes);
        }
        return labels;
    }
}
