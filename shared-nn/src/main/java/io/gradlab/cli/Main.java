package io.gradlab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
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

    /**
     * Writes errors where the launcher says: it keeps descriptor 2 for what the JVM itself prints. The descriptor is used as
     * it is and not opened anew by its name, which would give it a file position of its own.
     */
    private static void redirectErrors() {
        String number = System.getenv(ERROR_DESCRIPTOR);
        if (number == null) {
            return;
        }
        try {
            Constructor<FileDescriptor> byNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
            byNumber.setAccessible(true);
            FileOutputStream errors = new FileOutputStream(byNumber.newInstance(Integer.parseInt(number)));
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("gradlab: start through ./gradlab; errors go to standard error now");
        }
    }
}
