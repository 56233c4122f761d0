package io.gradlab.lab2.experiment;

import io.gradlab.course.experiment.DataParts;
import io.gradlab.nn.data.Normalize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An experiment on CIFAR-10. */
abstract class CifarExperiment extends CnnExperiment {
    /** From [0, 1] to [-1, 1]. */
    static final Normalize HALVES = new Normalize(new float[] {0.5f}, new float[] {0.5f});

    @Option(
            names = "--holdout",
            paramLabel = "WHAT",
            description = "The test set: official (default where test_batch.bin is there), or fifth-batch: the fifth"
                    + " training batch, which then trains nothing.")
    private @Nullable Holdout holdout;

    CifarExperiment(String name, String summary) {
        super(name, summary);
    }

    /** Returns what the test set is. */
    final Holdout holdout() {
        return holdout == null ? CifarSplit.usual(common().data()) : holdout;
    }

    @Override
    final int samples() {
        return CifarSplit.TRAINING;
    }

    @Override
    DataParts data() {
        return CifarSplit.read(common().data(), common().seed(), holdout());
    }
}
