package io.gradlab.course.probe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what is printed to {@code System.out} and {@code System.err} until it is closed. */
final class PrintCapture implements AutoCloseable {
    /** How many bytes are kept. */
    static final int LIMIT = 8 * 1024;

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

    /** Puts the streams back that were there before. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private static final class BoundedBuffer extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream(); // kept.size() <= LIMIT
        private boolean full;

        @Override
        public synchronized void write(int b) {
            if (kept.size() < LIMIT) {
                kept.write(b);
            } else {
                full = true;
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            int taken = Math.min(length, LIMIT - kept.size());
            kept.write(bytes, offset, taken);
            full |= taken < length;
        }

        synchronized String text() {
            return kept.toString(StandardCharsets.UTF_8) + (full ? "\n… (cut after " + LIMIT / 1024 + " kB)" : "");
        }
    }
}
