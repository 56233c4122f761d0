package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Shape;

/** One tensor of a safetensors header: its bytes are {@code begin} to {@code end - 1} of the part after the header. */
public record SafetensorsEntry(String name, NumberType type, Shape shape, long begin, long end) {

    /** Returns how many bytes the shape asks for. */
    long bytes() {
        return (long) shape.size() * type.bytes();
    }

    SafetensorsEntry movedTo(long place) {
        return new SafetensorsEntry(name, type, shape, place, place + bytes());
    }

    StoredTensor stored() {
        return new StoredTensor(name, type, shape);
    }
}
