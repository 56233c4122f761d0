package io.gradlab.course.core;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lab 1's model file on a buffer. Names have no characters beyond U+FFFF and no U+0000, which its UTF writes otherwise. */
final class CoreModelFile {
    private static final int MAGIC = 0x4D4C5031; // "MLP1"

    private CoreModelFile() {}

    static byte[] save(Map<String, Tensor> tensors) {
        int size = 8;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            size += 2 + name(entry.getKey()).length + 4 + 4 * tensor.shape().rank() + 4 * tensor.size();
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(MAGIC).putInt(tensors.size());
        tensors.forEach((key, tensor) -> {
            byte[] name = name(key);
            out.putShort((short) name.length).put(name).putInt(tensor.shape().rank());
            for (int dimension : tensor.shape().toArray()) {
                out.putInt(dimension);
            }
            for (float number : tensor.data()) {
                out.putFloat(number);
            }
        });
        return out.array();
    }

    static Map<String, Tensor> load(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.getInt() != MAGIC) {
                throw new IOException("This is no model file");
            }
            int count = in.getInt();
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(name);
                int[] dimensions = new int[in.getInt()];
                for (int axis = 0; axis < dimensions.length; axis++) {
                    dimensions[axis] = in.getInt();
                }
                Tensor tensor = Tensor.zeros(Shape.of(dimensions));
                in.asFloatBuffer().get(tensor.data());
                in.position(in.position() + 4 * tensor.size());
                tensors.put(new String(name, StandardCharsets.UTF_8), tensor);
            }
            if (in.hasRemaining()) {
                throw new IOException("The model file goes on after its last tensor");
            }
            return tensors;
        } catch (BufferUnderflowException cut) {
            throw new IOException("The model file is cut off", cut);
        }
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
