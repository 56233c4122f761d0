package io.gradlab.nn.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of events in a folder that TensorBoard watches; each call appends one event, which is on its way to the disk when
 * the call returns. Tags group what belongs together: {@code loss/train} and {@code loss/validation} stand in one section.
 */
public final class EventFile implements AutoCloseable {
    private static final String VERSION = "brain.Event:2"; // since which TensorBoard heeds session starts
    private static final int RGB = 3;
    private static final int PNG_SIZE_AT = 16; // the header's width, then its height, highest byte first

    private final Path file;
    private final OutputStream out;

    /**
     * Creates a new file in a folder, made if needed.
     *
     * @throws IOException if it cannot be written
     */
    public EventFile(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = folder.resolve(String.format(
                "events.out.tfevents.%010d.gradlab.%d.%d",
                System.currentTimeMillis() / 1000, ProcessHandle.current().pid(), System.nanoTime()));
        out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        append(new Message().float64(1, now()).text(3, VERSION));
    }

    /** Returns the file. */
    public Path path() {
        return file;
    }

    /** Says that from {@code step} on these events stand in place of an earlier file's in the folder. */
    public void startAt(long step) throws IOException {
        append(event(step).message(7, new Message().varint(1, 1)));
    }

    /** Appends a number; NaN and infinities are kept, and TensorBoard marks them. */
    public void scalar(String tag, long step, double value) throws IOException {
        summary(step, new Message().text(1, tag).float32(2, (float) value));
    }

    /** Appends how the numbers of an array are spread. */
    public void histogram(String tag, long step, float[] numbers) throws IOException {
        summary(step, new Message().text(1, tag).message(5, Histogram.of(numbers)));
    }

    /**
     * Appends a picture.
     *
     * @param png a PNG file's content
     */
    public void picture(String tag, long step, byte[] png) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(png);
        Message image = new Message()
                .varint(1, header.getInt(PNG_SIZE_AT + Integer.BYTES))
                .varint(2, header.getInt(PNG_SIZE_AT))
                .varint(3, RGB)
                .bytes(4, png);
        summary(step, new Message().text(1, tag).message(4, image));
    }

    private void summary(long step, Message value) throws IOException {
        append(event(step).message(5, new Message().message(1, value)));
    }

    private static Message event(long step) {
        return new Message().float64(1, now()).varint(2, step);
    }

    private void append(Message event) throws IOException {
        out.write(Records.framed(event.toByteArray()));
    }

    private static double now() {
        return System.currentTimeMillis() / 1e3;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
