package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Shape;

/** One tensor of a safetensors header: its bytes are {@code begin} to {@code end - 1} of the part after the header. */
record SafetensorsEntry(String name, Type type, Shape shape, long begin, long end) {

    /** The number formats that can be read. */
    enum Type {
        F32(4),
        F16(2);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    /** Returns how many bytes the shape asks for. */
    long bytes() {
        return (long) shape.size() * type.bytes;
    }
}
