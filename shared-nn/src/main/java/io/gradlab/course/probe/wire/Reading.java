package io.gradlab.course.probe.wire;

import io.gradlab.course.probe.Value;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a message's content as it may come from a hostile sender: every count is compared with the bytes that are left
 * before anything is allocated, groups lie in each other to a fixed depth, and the only exception is {@link
 * WireException}.
 */
final class Reading {
    static final int NUMBERS = 1;
    static final int REAL = 2;
    static final int WHOLE = 3;
    static final int TEXT = 4;
    static final int WHOLES = 5;
    static final int GROUP = 6;
    static final int PARTS = 7;

    private static final int DEEPEST = 16; // groups within groups
    private static final int HIGHEST_RANK = 8;
    private static final int MOST_ELEMENTS =
            2_000_000; // of all lists together: an object takes more than its bytes here

    private final ByteBuffer buffer;
    private int depth;
    private int elements;

    /** What a list's elements are read by. */
    interface Element<T> {
        T read() throws WireException;
    }

    Reading(byte[] content) {
        this.buffer = ByteBuffer.wrap(content);
    }

    /** Checks that nothing is left. */
    void end() throws WireException {
        if (buffer.hasRemaining()) {
            throw new WireException(buffer.remaining() + " bytes are left over in a message");
        }
    }

    int tag() throws WireException {
        require(1);
        return buffer.get() & 0xFF;
    }

    long whole() throws WireException {
        require(8);
        return buffer.getLong();
    }

    double real() throws WireException {
        require(8);
        return buffer.getDouble();
    }

    int place() throws WireException {
        require(4);
        return buffer.getInt();
    }

    /** Reads a count of elements that take at least {@code each} bytes. */
    int count(int each) throws WireException {
        int count = place();
        if (count < 0 || (long) count * each > buffer.remaining()) {
            throw new WireException("a list claims " + Integer.toUnsignedString(count) + " elements, with "
                    + buffer.remaining() + " bytes left");
        }
        return count;
    }

    byte[] bytes() throws WireException {
        byte[] bytes = new byte[count(1)];
        buffer.get(bytes);
        return bytes;
    }

    String text() throws WireException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Reads a list whose elements take at least {@code each} bytes. */
    <T> List<T> list(int each, Element<T> element) throws WireException {
        int count = count(each);
        elements += count;
        if (elements > MOST_ELEMENTS) {
            throw new WireException("a message's lists have more than " + MOST_ELEMENTS + " elements");
        }
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.read());
        }
        return list;
    }

    List<Integer> wholes() throws WireException {
        return list(4, this::place);
    }

    <E extends Enum<E>> E constant(E[] constants) throws WireException {
        int tag = tag();
        if (tag >= constants.length) {
            throw new WireException(
                    "there is no " + constants.getClass().componentType().getSimpleName() + " " + tag);
        }
        return constants[tag];
    }

    Tensor tensor() throws WireException {
        int rank = count(4);
        if (rank > HIGHEST_RANK) {
            throw new WireException("a tensor claims " + rank + " dimensions");
        }
        int[] dimensions = new int[rank];
        long size = 1;
        for (int axis = 0; axis < rank; axis++) {
            dimensions[axis] = place();
            size *= dimensions[axis];
            if (dimensions[axis] < 0 || size > buffer.remaining() / 4) {
                throw new WireException("a tensor claims more numbers than there are");
            }
        }
        require(4L * size);
        Tensor tensor = Tensor.zeros(Shape.of(dimensions));
        buffer.asFloatBuffer().get(tensor.data(), 0, tensor.size());
        buffer.position(buffer.position() + 4 * tensor.size());
        return tensor;
    }

    Value value() throws WireException {
        int tag = tag();
        return switch (tag) {
            case NUMBERS -> new Value.Numbers(tensor());
            case REAL -> new Value.Real(real());
            case WHOLE -> new Value.Whole(whole());
            case TEXT -> new Value.Text(text());
            case WHOLES -> new Value.Wholes(wholes());
            case GROUP -> group();
            case PARTS -> constant(Value.Parts.values());
            default -> throw new WireException("there is no value of kind " + tag);
        };
    }

    List<Value> values() throws WireException {
        return list(2, this::value);
    }

    private Value group() throws WireException {
        if (++depth > DEEPEST) {
            throw new WireException("groups lie in each other more than " + DEEPEST + " deep");
        }
        Value group = new Value.Group(values());
        depth--;
        return group;
    }

    private void require(long bytes) throws WireException {
        if (buffer.remaining() < bytes) {
            throw new WireException("a message ends too early");
        }
    }
}
