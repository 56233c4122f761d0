package io.gradlab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code gradlab} itself. */
@Command(
        name = "gradlab",
        version = Version.TEXT,
        description = "Neural networks from scratch, in Java.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Start with `./gradlab demo`. Each command explains itself: `./gradlab COMMAND --help`."})
final class GradLab implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    /** Makes all output plain. */
    @Option(
            names = "--plain",
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Print lines only: no progress bars, no colours, no cursor movement.")
    void plain(boolean plain) {
        System.setProperty(Terminal.PLAIN_PROPERTY, Boolean.toString(plain));
    }

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    /** Shows how far the labs are, where the grader is there to know it; else the help. */
    @Override
    public Integer call() {
        CommandLine progress = spec.commandLine().getSubcommands().get("progress");
        if (progress != null) {
            return progress.execute();
        }
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }
}
