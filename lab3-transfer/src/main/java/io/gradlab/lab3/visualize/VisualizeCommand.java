package io.gradlab.lab3.visualize;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradlab visualize}: pictures of what a pretrained network has learned. */
@Command(
        name = "visualize",
        description = "Look into a pretrained network: what excites a filter, which pixels matter, what layers see.",
        subcommands = {ActivationMaxCommand.class, SaliencyCommand.class, ResponsesCommand.class})
public final class VisualizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Says that a sub-command is missing; exit code 2. */
    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to show: visualize activation-max, visualize saliency, visualize responses");
    }
}
