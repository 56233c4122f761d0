package io.gradlab.grader.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another user id for each worker, where the grader is root and namespaces are not to be had: the worker can neither
 * signal the grader or another worker, nor read what only root may read, and writes nowhere but to the public temporary
 * folders. It still sees the network, unless the system lets root take it away. When it has ended, all processes of its
 * user id are, and its files are deleted.
 */
final class OtherUser implements Sandbox {
    private static final int FIRST = 64_321; // above what distributions give out, below "nobody"
    private static final int COUNT = 1000;
    private static final int PATIENCE = 10; // seconds
    private static final List<Path> PUBLIC = List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

    private final boolean withoutNetwork;
    private final boolean copied;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Creates the sandbox.
     *
     * @param withoutNetwork whether to take the network away by {@code unshare --net}
     * @param copied whether the worker's class path is copied to where all may read, as in a grader's closed home folder
     */
    OtherUser(boolean withoutNetwork, boolean copied) {
        this.withoutNetwork = withoutNetwork;
        this.copied = copied;
    }

    @Override
    public String description() {
        return "other user ids: no access to the grader's files" + (withoutNetwork ? ", no network" : "")
                + "; bubblewrap would isolate better";
    }

    @Override
    public boolean isolates() {
        return true;
    }

    @Override
    public Cell open(Program program, Limits limits) {
        int user = FIRST + next.getAndIncrement() % COUNT;
        List<String> command = new ArrayList<>();
        if (withoutNetwork) {
            command.addAll(List.of("unshare", "--net", "--"));
        }
        command.addAll(List.of("prlimit", "--fsize=" + ((long) limits.disk() << 20), "--core=0", "--"));
        command.addAll(as(user));
        command.addAll(List.of("env", "-i", "LANG=C.UTF-8"));
        command.addAll((copied ? readable(program) : program).command(limits));
        return new Cell(command, () -> clean(user));
    }

    private static Program readable(Program program) {
        try {
            return PublicCopy.of(program);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> as(int user) {
        return List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all");
    }

    private static void clean(int user) {
        List<String> command = new ArrayList<>(as(user));
        command.addAll(List.of("/bin/sh", "-c", "kill -KILL -1")); // all that this user may signal: its own
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(PATIENCE, TimeUnit.SECONDS);
            for (Path folder : PUBLIC) {
                deleteOwn(folder, user);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteOwn(Path root, int user) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(root) || owns(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (owns(file)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                if (!folder.equals(root)) {
                    Files.deleteIfExists(folder);
                }
                return FileVisitResult.CONTINUE;
            }

            private boolean owns(Path path) {
                try {
                    return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                            .equals(user);
                } catch (IOException | UnsupportedOperationException gone) {
                    return false;
                }
            }
        });
    }
}
