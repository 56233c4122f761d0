package io.gradlab.nn.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that nothing is lost: whoever reads {@code target}, even after a crash or a power cut, finds the old
 * content or the new one, never a half of it.
 *
 * <p>The content goes to a temporary name in the same folder, is forced to the disk, and is then moved over the target.
 */
public final class AtomicFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private AtomicFiles() {}

    /** Something that writes a file's content; it need neither flush nor close the stream. */
    @FunctionalInterface
    public interface Content {

        /** Writes the whole content to {@code out}, which is buffered. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file's content, creating the file and its folders where they are missing.
     *
     * @throws IOException if that fails; the message is one line with the file and the mend, and the target is as before
     */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }

    /** Replaces a file's content by a text in UTF-8; as {@link #write(Path, byte[])} otherwise. */
    public static void writeText(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file's content by what {@code content} writes; as {@link #write(Path, byte[])} otherwise. */
    public static void write(Path target, Content content) throws IOException {
        Path file = target.toAbsolutePath();
        Path temporary = file.resolveSibling(temporaryName(file));
        try {
            Files.createDirectories(file.getParent());
            try {
                writeAndForce(temporary, content);
                moveInto(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write " + target + ": " + FileProblem.of(e)
                            + "; make sure that its folder may be written and the disk is not full",
                    e);
        }
    }

    /** Moves a complete file over {@code target}, at once where the file system can, and syncs the target's folder. */
    public static void moveInto(Path complete, Path target) throws IOException {
        try {
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(complete, target, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(target.toAbsolutePath().getParent());
    }

    private static String temporaryName(Path file) {
        if (file.getFileName() == null) {
            throw new IllegalArgumentException(file + " is a folder; name a file in it");
        }
        return "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId() + "-" + Long.toHexString(System.nanoTime()) + ".tmp";
    }

    private static void writeAndForce(Path file, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; there the move is in the journal already.
        }
    }
}
