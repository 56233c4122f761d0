package io.gradlab.docs;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/**
 * A copy of the course as it is right after its build, with the launcher and the classes that this test runs with. What
 * commands write stays in it.
 *
 * @param home the copy's root
 */
public record CourseCopy(Path home) {
    /** The repository that this test belongs to. */
    public static final Path ORIGINAL = Path.of("").toAbsolutePath().getParent();

    private static final List<String> LEFT_OUT = List.of("target", "out", ".git", ".gradlab", ".idea", ".vscode");

    /** How a script ended, and all that it printed. */
    public record Ended(int code, String output) {}

    /** Makes a copy in an empty folder. */
    public static CourseCopy in(Path folder) throws IOException {
        copy(ORIGINAL, folder);
        Path lib = Files.createDirectories(folder.resolve(".gradlab/lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isRegularFile(path)) {
                Files.copy(path, lib.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            } else if (path.endsWith("target/classes")) {
                pack(path, lib.resolve(path.getParent().getParent().getFileName() + "-0.1.0.jar"));
            }
        }
        Files.createFile(folder.resolve(".gradlab/built"));
        return new CourseCopy(folder);
    }

    /** Runs a script in the copy's root, with the Java of this test and a home folder inside of the copy. */
    public Ended run(String script, Map<String, String> environment, long seconds)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY")); // no picture on the screen
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Ended(-1, Files.readString(output) + "\nnot done after " + seconds + " s");
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private static void pack(Path folder, Path jar) {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", folder.toString(), ".");
        if (code != 0) {
            throw new IllegalStateException(jar + " was not written");
        }
    }

    /** Copies a folder without what builds and runs leave behind. */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(from)
                        && LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Path copy = to.resolve(from.relativize(file));
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
