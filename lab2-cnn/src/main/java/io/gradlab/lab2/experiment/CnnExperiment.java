package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A published experiment: it says what to train, how and on which data; this class does the rest. */
abstract class CnnExperiment implements Experiment {
    private static final int QUICK_EPOCHS = 2;

    private final String name;
    private final String summary;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CnnOptions options = new CnnOptions();

    CnnExperiment(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String lab() {
        return "lab2";
    }

    @Override
    public final String summary() {
        return summary;
    }

    /** Returns what to train and how, as the experiment's own options say. */
    abstract CnnSetup setup();

    /** Returns how many training samples there are. */
    abstract int samples();

    /** Reads the data. */
    abstract DataParts data();

    /** Takes further figures of a finished run; the network is the best epoch's. */
    void afterwards(RunSpec run, RunResult result, Terminal terminal) {}

    final TrainOptions common() {
        return options.common();
    }

    /** Returns the epochs of the recipe, or few if the short version is asked for. */
    final int epochs(int recipe) {
        return common().quick() ? Math.min(QUICK_EPOCHS, recipe) : recipe;
    }

    @Override
    public final Integer call() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        return options.run(name, setup(), samples(), this::data, terminal, (run, result) -> {
            if (result.test().isPresent()) {
                afterwards(run, result, terminal);
            }
        });
    }
}
