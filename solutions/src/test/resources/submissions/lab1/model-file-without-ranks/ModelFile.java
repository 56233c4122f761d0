package io.gradlab.lab1.student;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Task 1.12: a network's parameters as the bytes of a file, and back.
 *
 * <p>The form, in the words of {@link DataOutputStream} and {@link DataInputStream}:
 *
 * <pre>
 *     int      0x4D4C5031, which is "MLP1": so that no other file is taken for one of these
 *     int      how many tensors follow
 *     and for each tensor, in the map's order:
 *       UTF    its name
 *       int    its rank, the number of dimensions; 0 for a single number
 *       int    each dimension
 *       float  each number, in the order of its array
 * </pre>
 *
 * <p>What was saved comes back to the bit, also -0, infinity, NaN and the smallest numbers that there are.
 */
public final class ModelFile {
    private static final int MAGIC = 0x4D4C5031;

    /**
     * Returns the bytes of the file.
     *
     * @param tensors of any shapes, by name; names may hold spaces and letters of any language
     */
    public byte[] save(Map<String, Tensor> tensors) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(tensors.size());
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            out.writeUTF(entry.getKey());
            int[] dimensions = entry.getValue().shape().toArray();
            for (int dimension : dimensions) {
                out.writeInt(dimension);
            }
            for (float number : entry.getValue().data()) {
                out.writeFloat(number);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the bytes of a file. A {@link LinkedHashMap} keeps the tensors in the file's order.
     *
     * <p>A {@code DataInputStream} throws of itself where bytes are missing. That the file begins as it must, and that
     * nothing is left over at its end, is for you to see.
     *
     * @throws IOException if the file is cut off, goes on after its last tensor, or is none of this form
     */
    public Map<String, Tensor> load(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("This is no model file");
        }
        int count = in.readInt();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int[] dimensions = new int[in.readInt()];
            for (int axis = 0; axis < dimensions.length; axis++) {
                dimensions[axis] = in.readInt();
            }
            Tensor tensor = Tensor.zeros(Shape.of(dimensions));
            for (int j = 0; j < tensor.size(); j++) {
                tensor.data()[j] = in.readFloat();
            }
            tensors.put(name, tensor);
        }
        if (in.read() >= 0) {
            throw new IOException("The model file goes on after its last tensor");
        }
        return tensors;
    }
}
