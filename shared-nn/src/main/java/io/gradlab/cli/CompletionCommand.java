package io.gradlab.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gradlab completion}: the script with which a shell completes commands and options. */
@Command(
        name = "completion",
        header = "Write the script with which bash and zsh complete commands and options.",
        description =
                "Try it in this terminal: source <(./gradlab completion). To keep it, put the script into a file that"
                        + " your shell reads when it starts.")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AutoComplete.bash("gradlab", spec.root().commandLine()));
        out.flush();
        return 0;
    }
}
