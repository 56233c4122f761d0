package io.gradlab.lab1.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.lab1.model.FirstWeights;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.tensor.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The network of report A on the built-in digits: needs no file and takes seconds. */
@Command(
        name = "digits-mlp",
        description = "Train the network 784-256-128-64-10 on the built-in digits; needs no file.")
public final class DigitsMlp implements Experiment {
    private static final int TRAINING = 20_000;
    private static final int EVALUATION = 2_000;
    private static final int EPOCHS = 15;
    private static final int QUICK_EPOCHS = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final MlpOptions options = new MlpOptions();

    @Override
    public String name() {
        return "digits-mlp";
    }

    @Override
    public String lab() {
        return "lab1";
    }

    @Override
    public String summary() {
        return "the same MLP on the built-in digits: no file, seconds";
    }

    @Override
    public Integer call() {
        DataParts data = new DataParts(
                "built-in digits",
                SyntheticDigits.digits(new Seed(1), TRAINING),
                SyntheticDigits.digits(new Seed(2), EVALUATION),
                SyntheticDigits.digits(new Seed(3), EVALUATION));
        int epochs = options.common().quick() ? QUICK_EPOCHS : EPOCHS;
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        return new MlpSeries(name(), options.common(), terminal)
                .run(options.runs(name(), MlpRecipe.PLAIN, epochs, FirstWeights::usual), TRAINING, () -> seed -> data);
    }
}
