package io.gradlab.grader.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * JPlag 6 as a separate program: its command line, as its manual gives it. GradLab's tests see with what arguments, and in
 * which folder, a program is started, not what JPlag makes of them.
 *
 * @param jar JPlag's, with all that it needs
 * @param folder that {@link PreparedFolders} prepared; the program runs in it, for JPlag splits paths at commas
 */
public record JPlag(Path jar, Path folder) {
    /** The report's name without JPlag's ending. */
    public static final String REPORT = "result";

    /**
     * Returns the command line.
     *
     * @param old whether there is a folder {@code old}
     */
    public List<String> command(boolean old) {
        List<String> options = old ? List.of("--old", "old") : List.of();
        return Stream.of(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                jar.toAbsolutePath().toString()),
                        List.of("--language", "java", "--mode", "RUN", "--base-code", "base"),
                        options,
                        List.of("--result-file", REPORT, "--overwrite", "submissions"))
                .flatMap(List::stream)
                .toList();
    }

    /** Runs it; returns its exit code. */
    public int run(boolean old, Consumer<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(old))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said.lines().forEach(line);
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
