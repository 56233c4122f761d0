package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.DryRun;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.course.experiment.Watch;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.train.Rehearsal;
import io.gradlab.nn.train.TrainingPlan;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the experiments have in common: the options of every training, and how a {@link CnnSetup} is trained. */
final class CnnOptions {
    private static final int WORTH_REHEARSING = 50_000; // samples: some ten seconds
    private static final int CLASSES = 10;

    @Mixin
    private final TrainOptions common = new TrainOptions();

    @Option(
            names = "--sample-every",
            paramLabel = "K",
            description = "Take loss and accuracy on 200 random training and 200 random test images every K steps.")
    private @Nullable Integer sampleEvery;

    @Option(
            names = "--mine",
            paramLabel = "PARTS",
            split = ",",
            description =
                    "Of --with mine (or solutions) only these: conv2d, maxpool, avgpool, batchnorm, dropout, flatten,"
                            + " dense, activation, loss, several with commas. The optimizer is the engine's always.")
    private List<Part> mine = List.of();

    TrainOptions common() {
        return common;
    }

    /** Returns whose layers to train with: the engine's unless told otherwise. */
    private Variant variant() {
        return common.with() == Variant.CORE && !mine.isEmpty() ? Variant.MINE : common.with();
    }

    /** Returns the same setup of the layers that are asked for. */
    private CnnSetup owned(CnnSetup setup) {
        if (variant() == Variant.CORE) {
            return setup;
        }
        OwnParts parts = OwnParts.find(variant(), mine.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(mine));
        return setup.withMaker(seed -> parts.network(setup.maker().apply(seed)))
                .withLoss(network -> parts.loss(setup.loss().apply(network)));
    }

    /** Trains as the setup says, where the options do not say otherwise, and returns the exit code. */
    int run(String experiment, CnnSetup setup, int samples, Supplier<DataParts> reading, Terminal terminal) {
        return run(experiment, setup, samples, reading, terminal, (spec, result) -> {});
    }

    /**
     * Trains as the setup says, where the options do not say otherwise.
     *
     * @param samples how many there are for training
     * @param afterwards gets the run and its result; the network is the best epoch's if the run finished
     * @return the exit code
     */
    int run(
            String experiment,
            CnnSetup engine,
            int samples,
            Supplier<DataParts> reading,
            Terminal terminal,
            BiConsumer<RunSpec, RunResult> afterwards) {
        common.applyToKernels();
        common.requireEngine("--mine", mine.isEmpty());
        CnnSetup setup = owned(engine);
        CnnRecipe recipe = setup.recipe();
        int epochs = common.epochs(recipe.epochs());
        int batch = common.batch(recipe.batch());
        DataParts data = common.limited(readWhileRehearsing(setup, samples, epochs, batch, reading));
        double rate = common.learningRate(recipe.learningRate());
        TrainingPlan plan = new TrainingPlan(
                epochs,
                batch,
                recipe.fall().schedule(rate, epochs),
                common.seed(),
                setup.training(),
                setup.evaluation());
        Layer network = setup.maker().apply(common.seed());
        RunSpec spec = new RunSpec(
                experiment,
                options(setup, plan, rate, data),
                "",
                network,
                setup.loss().apply(network),
                setup.optimizer().get(),
                plan,
                data,
                List.of(),
                new Watch(sampleEvery(), setup.modes()),
                common.out(experiment),
                common.resume());
        RunResult result = Run.execute(spec, terminal, "", common.views(experiment));
        afterwards.accept(spec, result);
        return result.exitCode();
    }

    private int sampleEvery() {
        if (sampleEvery != null && sampleEvery < 1) {
            throw new UserError("--sample-every " + sampleEvery + ": give a number of at least 1");
        }
        return sampleEvery == null ? 0 : sampleEvery;
    }

    /** Reads; before a long run, the engine's kernels get warm meanwhile. */
    private DataParts readWhileRehearsing(
            CnnSetup setup, int samples, int epochs, int batch, Supplier<DataParts> reading) {
        boolean own = variant() != Variant.CORE;
        if (DryRun.isOn()
                || own
                || !common.rehearses()
                || (long) epochs * Math.min(samples, common.limit()) < WORTH_REHEARSING) {
            return reading.get();
        }
        try (Rehearsal _ = Rehearsal.begin(
                () -> setup.maker().apply(common.seed()),
                setup.optimizer(),
                setup.network().sample(),
                CLASSES,
                batch)) {
            return reading.get();
        }
    }

    private SequencedMap<String, String> options(CnnSetup setup, TrainingPlan plan, double rate, DataParts data) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--with", variant().label());
        if (!mine.isEmpty()) {
            options.put("--mine", mine.stream().map(Part::toString).collect(Collectors.joining(",")));
        }
        options.put("--exact", Boolean.toString(common.exact()));
        options.putAll(setup.options());
        options.put("--lr", Double.toString(rate));
        options.put("--batch", Integer.toString(plan.batchSize()));
        options.put("--epochs", Integer.toString(plan.epochs()));
        options.put("--seed", Long.toString(plan.seed().value()));
        options.put("--limit", Integer.toString(data.training().size()));
        common.addDevice(options);
        if (sampleEvery() > 0) {
            options.put("--sample-every", Integer.toString(sampleEvery()));
        }
        return options;
    }
}
