package io.gradlab.lab3.features;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** A file's lock, which the operating system takes back if its process dies; also among the threads of one process. */
final class Guard {
    private static final long POLL_MILLIS = 200;

    private Guard() {}

    /** Waits for the lock; {@code waiting} is told once if another has it. The caller closes it. */
    static FileLock lock(FileChannel channel, Runnable waiting) throws IOException {
        boolean told = false;
        while (true) {
            FileLock lock = attempt(channel);
            if (lock != null) {
                return lock;
            }
            if (!told) {
                waiting.run();
                told = true;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // another thread of this process has it
            return null;
        }
    }
}
