package io.gradlab.course.probe.wire;

import io.gradlab.course.probe.Value;
import io.gradlab.nn.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a message's content; {@link Reading} reads it. */
final class Writing {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    /** What a list's elements are written by. */
    interface Element<T> {
        void write(T element);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Writing tag(int tag) {
        return run(() -> data.writeByte(tag));
    }

    Writing whole(long value) {
        return run(() -> data.writeLong(value));
    }

    Writing count(int value) {
        return run(() -> data.writeInt(value));
    }

    Writing real(double value) {
        return run(() -> data.writeDouble(value));
    }

    Writing bytes(byte[] value) {
        return run(() -> {
            data.writeInt(value.length);
            data.write(value);
        });
    }

    Writing text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8)); // a lone surrogate becomes '?'
    }

    <T> Writing list(List<T> elements, Element<T> element) {
        count(elements.size());
        elements.forEach(element::write);
        return this;
    }

    Writing wholes(List<Integer> values) {
        return list(values, this::count);
    }

    Writing tensor(Tensor tensor) {
        Tensor host = tensor.toHost();
        count(host.shape().rank());
        for (int axis = 0; axis < host.shape().rank(); axis++) {
            count(host.dim(axis));
        }
        ByteBuffer buffer = ByteBuffer.allocate(4 * host.size());
        buffer.asFloatBuffer().put(host.data(), 0, host.size());
        return run(() -> data.write(buffer.array()));
    }

    Writing value(Value value) {
        return switch (value) {
            case Value.Numbers(Tensor tensor) -> tag(Reading.NUMBERS).tensor(tensor);
            case Value.Real(double number) -> tag(Reading.REAL).real(number);
            case Value.Whole(long number) -> tag(Reading.WHOLE).whole(number);
            case Value.Text(String text) -> tag(Reading.TEXT).text(text);
            case Value.Wholes(List<Integer> values) -> tag(Reading.WHOLES).wholes(values);
            case Value.Group(List<Value> values) -> tag(Reading.GROUP).values(values);
            case Value.Parts parts -> tag(Reading.PARTS).tag(parts.ordinal());
        };
    }

    Writing values(List<Value> values) {
        return list(values, this::value);
    }

    private interface Action {
        void run() throws IOException;
    }

    private Writing run(Action action) {
        try {
            action.run();
            return this;
        } catch (IOException impossible) { // a byte array takes everything
            throw new UncheckedIOException(impossible);
        }
    }
}
