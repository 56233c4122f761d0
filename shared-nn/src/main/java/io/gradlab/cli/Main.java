package io.gradlab.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** The launcher's entry: gathers the modules' commands, runs one, and turns its end into an exit code. */
public final class Main {
    private static final String ERROR_DESCRIPTOR = "GRADLAB_ERROR_FD";

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String... arguments) {
        System.setProperty("java.awt.headless", "true");
        redirectErrors();
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the whole command line, with every module's commands. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new GradLab());
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class, Main.class.getClassLoader())) {
            provider.commands().forEach(line::addSubcommand);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(Errors::wrongUsage);
        line.setExecutionExceptionHandler(Errors::failed);
        return line;
    }

    /** Writes errors where the launcher says: it keeps descriptor 2 for what the JVM itself prints. */
    private static void redirectErrors() {
        String descriptor = System.getenv(ERROR_DESCRIPTOR);
        if (descriptor == null) {
            return;
        }
        try {
            FileOutputStream errors = new FileOutputStream("/dev/fd/" + descriptor, true);
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.err.println("gradlab: cannot write errors to descriptor " + descriptor);
        }
    }
}
