package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that a command writes results to. While it is open, no other grading writes there. */
final class OutFolder implements AutoCloseable {
    private static final String LOCK = ".grading";

    private final @Nullable FileChannel lock;

    private OutFolder(@Nullable FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Makes the folder, with those above it.
     *
     * @throws IOException if nothing can be written there; the message is one line
     */
    static void prepare(Path out) throws IOException {
        try {
            Files.createDirectories(out);
        } catch (IOException problem) {
            throw new IOException(
                    "Cannot write to --out " + out + ": " + FileProblem.of(problem) + "; name another folder", problem);
        }
        if (!Files.isWritable(out)) {
            throw new IOException("Cannot write to --out " + out + ": access denied; name another folder");
        }
    }

    /**
     * Makes the folder and keeps other gradings out of it until it is closed, or the process ends. On a disk without locks
     * nothing is kept out.
     *
     * @throws UserError if another grading writes there
     * @throws IOException as in {@link #prepare}
     */
    static OutFolder open(Path out) throws IOException {
        prepare(out);
        FileChannel channel = FileChannel.open(out.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                throw busy(out);
            }
            return new OutFolder(channel);
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw busy(out);
        } catch (IOException noLocks) {
            channel.close();
            return new OutFolder(null);
        }
    }

    private static UserError busy(Path out) {
        return new UserError("Another `grade` is writing to --out " + out + "; wait for it, or name another folder");
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
