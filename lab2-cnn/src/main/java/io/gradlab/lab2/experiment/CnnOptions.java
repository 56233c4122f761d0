package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.train.Rehearsal;
import io.gradlab.nn.train.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** What the experiments on the built-in sets have in common: training by Adam, and options; the rest differs. */
final class CnnOptions {
    private static final double FALL = 0.1;
    private static final int WORTH_REHEARSING = 50_000; // samples: some ten seconds
    private static final int CLASSES = 10;

    @Mixin
    private final TrainOptions common = new TrainOptions();

    TrainOptions common() {
        return common;
    }

    /** Refuses other implementations than the engine's, which are not asked for yet. */
    void requireCore() {
        if (common.with() != Variant.CORE) {
            throw new UserError("--with " + common.with().label()
                    + ": lab 2 trains with the engine's layers only; leave --with out");
        }
    }

    /**
     * Trains as the recipe says, where the options do not say otherwise.
     *
     * @param samples how many there are for training
     */
    int run(
            String experiment,
            NetworkText network,
            int samples,
            Supplier<DataParts> reading,
            CnnRecipe recipe,
            Terminal terminal) {
        common.applyToKernels();
        int epochs = common.epochs(recipe.epochs());
        DataParts data = readWhileRehearsing(network, samples, epochs, common.batch(recipe.batch()), reading);
        double rate = common.learningRate(recipe.learningRate());
        TrainingPlan plan = new TrainingPlan(
                epochs,
                common.batch(recipe.batch()),
                falling(rate, epochs),
                common.seed(),
                recipe.scaling(),
                recipe.scaling());
        RunSpec spec = new RunSpec(
                experiment,
                options(plan, rate, data),
                "",
                network.create(Initialization.HE, common.seed()),
                new CrossEntropy(),
                new Adam(),
                plan,
                common.limited(data),
                List.of(),
                common.out(experiment),
                common.resume());
        return Run.execute(spec, terminal, "").exitCode();
    }

    /** Reads; before a long run, the engine's kernels get warm meanwhile. */
    private DataParts readWhileRehearsing(
            NetworkText network, int samples, int epochs, int batch, Supplier<DataParts> reading) {
        if ((long) epochs * Math.min(samples, common.limit()) < WORTH_REHEARSING) {
            return reading.get();
        }
        try (Rehearsal _ = Rehearsal.begin(
                () -> network.create(Initialization.HE, common.seed()), Adam::new, network.sample(), CLASSES, batch)) {
            return reading.get();
        }
    }

    /** Returns the rate for the first two thirds of the epochs (rounded up), then a tenth of it. */
    private static Schedule falling(double rate, int epochs) {
        int high = epochs - epochs / 3;
        return (epoch, progress) -> epoch <= high ? rate : FALL * rate;
    }

    private SequencedMap<String, String> options(TrainingPlan plan, double rate, DataParts data) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--with", common.with().label());
        options.put("--exact", Boolean.toString(common.exact()));
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
