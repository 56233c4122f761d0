package io.gradlab.course.probe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the beginning of what is printed to {@code System.out} and {@code System.err} until it is closed. Whoever prints
 * much more is stopped: printing takes time, and a verdict must not depend on how much of it there was.
 */
final class PrintCapture implements AutoCloseable {
    /** How many bytes are kept. */
    static final int LIMIT = 8 * 1024;

    /** How many bytes may be printed. */
    static final int MOST = 1 << 20;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final BoundedBuffer buffer = new BoundedBuffer();

    private PrintCapture() {}

    /** Replaces the process's streams; one capture at a time. */
    static PrintCapture start() {
        PrintCapture capture = new PrintCapture();
        PrintStream stream = new PrintStream(capture.buffer, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        return capture;
    }

    /** Returns what was printed so far. */
    String text() {
        return buffer.text();
    }

    /** Returns whether more was printed than may be. */
    boolean flooded() {
        return buffer.flooded();
    }

    /** Thrown where the printing goes on after that. */
    private static final class Flood extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Puts the streams back that were there before. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private static final class BoundedBuffer extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream(); // kept.size() <= LIMIT
        private long printed;

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            kept.write(bytes, offset, Math.min(length, LIMIT - kept.size()));
            printed += length;
            if (flooded()) {
                throw new Flood();
            }
        }

        synchronized boolean flooded() {
            return printed > MOST;
        }

        synchronized String text() {
            return kept.toString(StandardCharsets.UTF_8)
                    + (printed > LIMIT ? "\n… (cut after " + LIMIT / 1024 + " kB)" : "");
        }
    }
}
