package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Bench;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;

/** Random target distributions, {@code [N, K]}. */
final class Targets {

    private Targets() {}

    /** Returns rows with a 1 at a random class. */
    static Tensor oneHot(Bench bench, String purpose, int samples, int classes) {
        RandomStream random = bench.seed().stream(purpose);
        Tensor targets = Tensor.zeros(samples, classes);
        for (int n = 0; n < samples; n++) {
            targets.data()[n * classes + random.below(n, classes)] = 1;
        }
        return targets;
    }

    /** Returns rows with 0.75 at a random class, and the rest spread evenly over the others. */
    static Tensor soft(Bench bench, String purpose, int samples, int classes) {
        Tensor targets = oneHot(bench, purpose, samples, classes);
        float[] t = targets.data();
        for (int i = 0; i < t.length; i++) {
            t[i] = t[i] == 1 ? 0.75f : 0.25f / (classes - 1);
        }
        return targets;
    }
}
