package io.gradlab.course.probe.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads and writes frames: four bytes {@code GLP1}, a byte for the kind, four for the content's length, the content. A
 * reader allocates nothing before it has seen that the length is allowed, and then only as the content arrives.
 */
public final class Frames {
    /** The longest content, 64 MiB. */
    public static final int LONGEST = 64 << 20;

    private static final int MAGIC = 0x474C5031; // "GLP1"
    private static final int CHUNK = 1 << 16;

    private Frames() {}

    /** Writes a frame and flushes. */
    public static void write(OutputStream out, Frame frame) throws IOException {
        if (frame.content().length > LONGEST) {
            throw new WireException("a message of " + frame.content().length + " bytes is too long to be sent");
        }
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeByte(frame.kind().ordinal());
        data.writeInt(frame.content().length);
        data.write(frame.content());
        data.flush();
    }

    /**
     * Reads the next frame.
     *
     * @return empty if the stream ends here, between two frames
     * @throws WireException if what arrives is no frame, or ends in the middle of one
     */
    public static Optional<Frame> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int first = data.read();
        if (first < 0) {
            return Optional.empty();
        }
        try {
            int magic = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
            int kind = data.readUnsignedByte();
            int length = data.readInt();
            if (magic != MAGIC || kind >= Frame.Kind.values().length) {
                throw new WireException("what arrived is no message");
            }
            if (length < 0 || length > LONGEST) {
                throw new WireException("a message claims " + Integer.toUnsignedString(length) + " bytes; at most "
                        + LONGEST + " are allowed");
            }
            return Optional.of(new Frame(Frame.Kind.values()[kind], content(data, length)));
        } catch (EOFException cut) {
            throw new WireException("a message is cut off");
        }
    }

    /** Reads the content piece by piece, so that a false length costs no memory. */
    private static byte[] content(DataInputStream data, int length) throws IOException {
        byte[] content = new byte[Math.min(length, CHUNK)];
        int read = 0;
        while (read < length) {
            if (read == content.length) {
                content = Arrays.copyOf(content, (int) Math.min(length, 2L * content.length));
            }
            int more = data.read(content, read, content.length - read);
            if (more < 0) {
                throw new EOFException();
            }
            read += more;
        }
        return content;
    }
}
