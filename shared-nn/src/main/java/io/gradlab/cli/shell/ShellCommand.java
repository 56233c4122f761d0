package io.gradlab.cli.shell;

import io.gradlab.cli.CommandFailed;
import io.gradlab.cli.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradlab shell}: JShell, with the core imported and pictures saved and shown. */
@Command(
        name = "shell",
        header = "Try tensors, layers and plots line by line, in Java's own shell.",
        description = {
            "Starts JShell with the core imported. `plot(x -> x * x, -1, 1)` draws a function, `show(picture)` any picture of"
                    + " the core: into out/shell, and onto the screen where there is one.",
            "Files are run first, in order; a file that ends with /exit leaves the shell."
        })
public final class ShellCommand implements Callable<Integer> {
    private static final String STARTUP = "/META-INF/gradlab/shell.jsh";

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Lines to run first.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new UserError("There is no file " + file + "; name a file with lines of Java, or none");
            }
        }
        try {
            Path startup = startup();
            try {
                return JavaShellToolBuilder.builder().start(arguments(startup));
            } finally {
                Files.delete(startup);
            }
        } catch (Exception problem) {
            throw new CommandFailed("Java's shell did not start: " + problem.getMessage(), problem);
        }
    }

    private String[] arguments(Path startup) {
        List<String> arguments = new ArrayList<>(List.of(
                "--class-path",
                System.getProperty("java.class.path"),
                "--startup",
                startup.toString(),
                "--feedback",
                "concise",
                "-R--add-modules=jdk.incubator.vector",
                "-R-Xlog:disable",
                "-R-Xlog:all=off"));
        files.forEach(file -> arguments.add(file.toString()));
        return arguments.toArray(String[]::new);
    }

    private static Path startup() throws IOException {
        try (InputStream in = ShellCommand.class.getResourceAsStream(STARTUP)) {
            if (in == null) {
                throw new IllegalStateException("The core's jar lacks " + STARTUP);
            }
            Path file = Files.createTempFile("gradlab", ".jsh");
            Files.write(file, in.readAllBytes());
            return file;
        }
    }
}
