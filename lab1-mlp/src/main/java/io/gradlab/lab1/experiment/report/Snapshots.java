package io.gradlab.lab1.experiment.report;

import io.gradlab.course.core.Lab1Core;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab1.model.FirstWeights;
import io.gradlab.lab1.model.MlpNetwork;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.Evaluation;
import io.gradlab.nn.train.ModelState;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Measures models that runs have kept: read from their files, and evaluated on the test images once more. */
final class Snapshots {
    private static final int BATCH = 32;

    private final Dataset test;
    private final Map<ActivationKind, Layer> networks = new EnumMap<>(ActivationKind.class);

    Snapshots(Dataset test) {
        this.test = test;
    }

    /** Returns the test accuracy of a run's model after an epoch, in [0, 1]; empty if the run has kept none. */
    OptionalDouble accuracy(PastRun run, int epoch) {
        Map<String, Tensor> model = run.snapshot(epoch).orElse(Map.of());
        if (model.isEmpty()) {
            return OptionalDouble.empty();
        }
        ActivationKind activation =
                ActivationKind.valueOf(run.option("--activation").toUpperCase(Locale.ROOT));
        Layer network = networks.computeIfAbsent(activation, Snapshots::network);
        ModelState.load(network, model);
        return OptionalDouble.of(Evaluation.of(network, new CrossEntropy(), test, BATCH, Transform.NONE)
                .accuracy());
    }

    private static Layer network(ActivationKind activation) {
        FirstWeights none = new FirstWeights.OfKind(Initialization.ZERO);
        return MlpNetwork.create(new Lab1Core(), activation, none, new Seed(0));
    }
}
