package io.gradlab.grader.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Namespaces by {@code bwrap}: no network, no other process in sight, a read-only view of the system's programs, an empty
 * {@code /tmp} of bounded size, no environment. What the worker starts ends with it.
 */
record Bubblewrap(Path bwrap) implements Sandbox {
    private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache");

    @Override
    public String description() {
        return "bubblewrap: no network, no files, no other processes";
    }

    @Override
    public boolean isolates() {
        return true;
    }

    @Override
    public Cell open(Program program, Limits limits) {
        List<String> command = new ArrayList<>(
                List.of(bwrap.toString(), "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        for (String folder : SYSTEM) {
            Path path = Path.of(folder);
            if (Files.isSymbolicLink(path)) {
                command.addAll(List.of("--symlink", target(path), folder));
            } else if (Files.exists(path)) {
                command.addAll(List.of("--ro-bind", folder, folder));
            }
        }
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        command.addAll(List.of("--size", Long.toString((long) limits.disk() << 20), "--tmpfs", "/tmp"));
        for (Path path : program.readable()) { // after /tmp: they may lie below it
            command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
        command.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--clearenv", "--setenv", "LANG", "C.UTF-8"));
        command.addAll(program.command(limits));
        return new Cell(command);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
