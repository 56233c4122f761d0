package io.gradlab.grader.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds out which sandbox works on this machine, by trying. */
final class Sandboxes {
    private static final int FIRST_FREE_USER = 64_321; // above what distributions give out, below "nobody"
    private static final int PATIENCE = 10; // seconds
    private static final List<String> TRIAL =
            List.of("/bin/sh", "-c", "for file; do test -r \"$file\" || exit 1; done", "sh");

    private Sandboxes() {}

    /** Returns the best sandbox that works here; empty if none does. */
    static Optional<Sandbox> find(int disk) {
        Optional<Sandbox> bubblewrap = program("bwrap")
                .<Sandbox>map(path -> new Bubblewrap(path, disk))
                .filter(Sandboxes::works);
        return bubblewrap.or(() -> otherUser(disk));
    }

    private static Optional<Sandbox> otherUser(int disk) {
        boolean root = "root".equals(System.getProperty("user.name"))
                && program("setpriv").isPresent();
        return Stream.of(true, false)
                .<Sandbox>map(withoutNetwork -> new OtherUser(FIRST_FREE_USER, withoutNetwork, disk))
                .filter(sandbox -> root && works(sandbox))
                .findFirst();
    }

    /** Returns whether a program starts in it, and can read what a worker's JVM reads. */
    private static boolean works(Sandbox sandbox) {
        List<String> command = new ArrayList<>(TRIAL);
        Program.checks(false).readable().forEach(path -> command.add(path.toString()));
        try {
            Process trial = new ProcessBuilder(
                            sandbox.command(command, Program.checks(false).readable()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                trial.destroyForcibly();
                return false;
            }
            return trial.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Path> program(String name) {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            folders.add(Path.of(folder.isEmpty() ? "." : folder));
        }
        return folders.stream()
                .filter(Path::isAbsolute) // never a program of the current folder
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
