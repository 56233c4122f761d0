package io.gradlab.nn.io;

import java.nio.ByteBuffer;

/** A number format of weight files; every tensor becomes float32 when it is read. */
public enum NumberType {
    /** IEEE double precision; rounded to float32. */
    F64(8),
    /** IEEE single precision. */
    F32(4),
    /** IEEE half precision: 11 bits, up to 65,504. */
    F16(2),
    /** The upper half of a float32: 8 bits, its whole range. */
    BF16(2),
    /** Whole numbers, such as a batch counter; rounded to float32. */
    I64(8);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** Returns how many bytes one number takes. */
    public int bytes() {
        return bytes;
    }

    /** Reads {@code count} numbers from {@code source}, in its byte order, to {@code target[from…]}. */
    public void read(ByteBuffer source, float[] target, int from, int count) {
        switch (this) {
            case F32 -> source.asFloatBuffer().get(target, from, count);
            case F64 -> each(target, from, count, () -> (float) source.getDouble());
            case F16 -> each(target, from, count, () -> Float.float16ToFloat(source.getShort()));
            case BF16 -> each(target, from, count, () -> Float.intBitsToFloat(source.getShort() << 16));
            case I64 -> each(target, from, count, () -> (float) source.getLong());
        }
    }

    /** Writes {@code count} numbers as F32 or F16, rounded to the nearest, in the byte order of {@code target}. */
    void write(float[] source, int from, int count, ByteBuffer target) {
        switch (this) {
            case F32 -> target.asFloatBuffer().put(source, from, count);
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    target.putShort(2 * i, Float.floatToFloat16(source[from + i]));
                }
            }
            default -> throw new IllegalArgumentException("Weights are written as F32 or F16, not as " + this);
        }
    }

    private interface Reading {
        float next();
    }

    private static void each(float[] target, int from, int count, Reading reading) {
        for (int i = from; i < from + count; i++) {
            target[i] = reading.next();
        }
    }
}
