package io.gradlab.lab3.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads a pickle's bytes; its numbers are little-endian. */
final class PickleInput {
    private final ByteBuffer bytes;

    PickleInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int next() {
        return need(1).get() & 0xFF;
    }

    int nextShort() {
        return need(2).getShort() & 0xFFFF;
    }

    int nextInt() {
        return need(4).getInt();
    }

    long nextLong() {
        return need(8).getLong();
    }

    double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(nextLong()));
    }

    /** Reads a whole number of so many bytes, two's complement. */
    long whole(int count) {
        if (count > Long.BYTES) {
            throw new PickleException("holds a number of " + count + " bytes where small ones belong");
        }
        long number = 0;
        int sign = 0;
        for (int i = 0; i < count; i++) {
            sign = need(1).get();
            number |= (sign & 0xFFL) << (8 * i);
        }
        return sign < 0 && count < Long.BYTES ? number - (1L << (8 * count)) : number;
    }

    /** Reads a string of so many bytes. */
    String text(long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw ends();
        }
        byte[] text = new byte[(int) count];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Reads up to the end of a line. */
    String line() {
        int begin = bytes.position();
        int length = 0;
        while (next() != '\n') {
            length++;
        }
        return new String(bytes.array(), begin, length, StandardCharsets.UTF_8);
    }

    private ByteBuffer need(int count) {
        if (bytes.remaining() < count) {
            throw ends();
        }
        return bytes;
    }

    private static PickleException ends() {
        return new PickleException("ends in the middle of its table of contents; it was cut short, get it again");
    }
}
