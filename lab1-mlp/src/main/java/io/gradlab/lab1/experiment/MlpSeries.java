package io.gradlab.lab1.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.Lab1;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.DryRun;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab1.model.MlpNetwork;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.train.Rehearsal;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Trains one run after the other; a run that diverges does not stop those after it. */
final class MlpSeries {
    private static final int STOPPED = 130;
    private static final int WORTH_REHEARSING = 1_000_000; // samples: some ten seconds
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private static final int CLASSES = 10;

    private final String experiment;
    private final TrainOptions common;
    private final Terminal terminal;

    MlpSeries(String experiment, TrainOptions common, Terminal terminal) {
        this.experiment = experiment;
        this.common = common;
        this.terminal = terminal;
    }

    /**
     * Trains all runs; with {@code --resume}, several runs go on where they were stopped: those that have ended are left as
     * they are, and those that have not begun begin.
     *
     * @param samples how many there are for training
     * @param reading reads the files, and returns the samples for a seed
     * @return the exit code: 130 if stopped, else 1 if a run diverged, else 0
     */
    int run(List<MlpRun> runs, int samples, Supplier<Function<Seed, DataParts>> reading) {
        common.applyToKernels();
        Function<Seed, DataParts> data = readWhileRehearsing(runs.getFirst(), samples, reading);
        int code = 0;
        for (MlpRun run : runs) {
            Lab1 parts = Labs.find("lab1", Lab1.class, common.with());
            boolean several = runs.size() > 1;
            boolean resume = common.resume() && (!several || Files.exists(run.out()));
            RunSpec spec = run.spec(experiment, parts, data.apply(run.seed()), common, resume);
            if (resume && several && hasEnded(spec)) {
                terminal.out().println(run.out() + " has ended already");
                continue;
            }
            int ended = Run.execute(spec, terminal, run.activation().label(), common.views(experiment))
                    .exitCode();
            if (ended == STOPPED) {
                return ended;
            }
            code = Math.max(code, ended);
        }
        return code;
    }

    /** Reads; before a long run, the engine's kernels get warm meanwhile. */
    private Function<Seed, DataParts> readWhileRehearsing(
            MlpRun first, int samples, Supplier<Function<Seed, DataParts>> reading) {
        long trained = (long) first.epochs() * Math.min(samples, common.limit());
        if (DryRun.isOn() || !common.rehearses() || trained < WORTH_REHEARSING) {
            return reading.get();
        }
        Lab1 parts = Labs.find("lab1", Lab1.class, Variant.CORE);
        try (Rehearsal _ = Rehearsal.begin(
                () -> MlpNetwork.create(parts, first.activation(), first.firstWeights(), first.seed()),
                () -> first.recipe().optimizer(parts, first.activation()),
                IMAGE,
                CLASSES,
                first.batch())) {
            return reading.get();
        }
    }

    private static boolean hasEnded(RunSpec spec) {
        return PastRun.isIn(spec.out()) && PastRun.read(spec.out()).options().equals(spec.options());
    }
}
