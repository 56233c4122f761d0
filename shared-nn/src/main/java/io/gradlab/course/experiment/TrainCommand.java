package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gradlab train EXPERIMENT}; the experiments are its sub-commands. */
@Command(
        name = "train",
        description = "Run an experiment: train a network, write its history, model, figures and pictures.",
        synopsisSubcommandLabel = "EXPERIMENT",
        footer = {"", "`./gradlab train EXPERIMENT --help` shows an experiment's options."})
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Returns the command with every experiment on the class path. */
    public static CommandLine create() {
        CommandLine line = new CommandLine(new TrainCommand());
        for (Experiment experiment : ServiceLoader.load(Experiment.class, TrainCommand.class.getClassLoader())) {
            line.addSubcommand(experiment.name(), experiment);
        }
        return line;
    }

    @Override
    public Integer call() {
        throw new UserError("train what? There are: "
                + String.join(", ", spec.subcommands().keySet()) + "; `./gradlab experiments` says more");
    }
}
