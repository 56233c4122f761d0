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
    private static final int PATIENCE = 30; // seconds

    private Sandboxes() {}

    /** Returns the best sandbox that works here; empty if none does. */
    static Optional<Sandbox> find() {
        Optional<Sandbox> bubblewrap =
                program("bwrap").<Sandbox>map(Bubblewrap::new).filter(Sandboxes::works);
        return bubblewrap.or(Sandboxes::otherUser);
    }

    private static Optional<Sandbox> otherUser() {
        boolean root = "root".equals(System.getProperty("user.name"))
                && program("setpriv").isPresent();
        return !root
                ? Optional.empty()
                : Stream.of(false, true)
                        .flatMap(
                                copied -> Stream.<Sandbox>of(new OtherUser(true, copied), new OtherUser(false, copied)))
                        .filter(Sandboxes::works)
                        .findFirst();
    }

    /** Returns whether a worker starts in it. */
    private static boolean works(Sandbox sandbox) {
        try (Cell cell = sandbox.open(Program.checks(false), Limits.standard())) {
            Process trial = new ProcessBuilder(cell.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            trial.getOutputStream().close(); // a worker that is told nothing ends at once
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
