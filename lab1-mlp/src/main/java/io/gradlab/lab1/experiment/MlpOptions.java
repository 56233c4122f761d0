package io.gradlab.lab1.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.Lab1;
import io.gradlab.course.Labs;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab1.model.MlpNetwork;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.train.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the two MLP experiments have in common: network, recipe and options; they differ in their data. */
final class MlpOptions {
    private static final int BATCH = 32;
    private static final double LEARNING_RATE = 0.1;
    private static final List<Integer> SNAPSHOTS = List.of(50, 100);

    @Mixin
    private final TrainOptions common = new TrainOptions();

    @Option(
            names = "--activation",
            paramLabel = "KIND",
            defaultValue = "relu",
            description = "After each hidden layer: sigmoid, tanh, relu (default) or linear.")
    private ActivationKind activation = ActivationKind.RELU;

    @Option(
            names = "--init",
            paramLabel = "HOW",
            description =
                    "Initial weights: zero, normal (deviation 0.1), xavier or he. Default: he for relu, else xavier.")
    private @Nullable Initialization initialization;

    TrainOptions common() {
        return common;
    }

    /** Trains on the given samples; {@code epochs} is the recipe's number. */
    int run(String experiment, DataParts data, int epochs, Terminal terminal) {
        common.applyToKernels();
        Lab1 parts = Labs.find("lab1", Lab1.class, common.with());
        Initialization start = initialization == null ? MlpNetwork.usual(activation) : initialization;
        double rate = common.learningRate(LEARNING_RATE);
        TrainingPlan plan = new TrainingPlan(
                common.epochs(epochs),
                common.batch(BATCH),
                Schedule.constant(rate),
                common.seed(),
                Transform.NONE,
                Transform.NONE);
        RunSpec spec = new RunSpec(
                experiment,
                options(plan, start, rate, data),
                MlpNetwork.create(parts, activation, start, common.seed()),
                parts.crossEntropy(),
                parts.sgd(),
                plan,
                common.limited(data),
                SNAPSHOTS,
                common.out(experiment),
                common.resume());
        return Run.execute(spec, terminal, activation.label()).exitCode();
    }

    private SequencedMap<String, String> options(TrainingPlan plan, Initialization start, double rate, DataParts data) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--with", common.with().label());
        options.put("--activation", activation.label());
        options.put("--init", start.label());
        options.put("--lr", Double.toString(rate));
        options.put("--batch", Integer.toString(plan.batchSize()));
        options.put("--epochs", Integer.toString(plan.epochs()));
        options.put("--seed", Long.toString(plan.seed().value()));
        options.put(
                "--limit",
                Integer.toString(Math.min(common.limit(), data.training().size())));
        return options;
    }
}
