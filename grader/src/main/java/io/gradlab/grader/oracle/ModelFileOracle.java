package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of lab 1's model file, and what each of them is for.
 *
 * @param bytes the file
 * @param fields what begins at a byte, by its number
 */
public record ModelFileOracle(byte[] bytes, TreeMap<Integer, String> fields) {
    private static final int MAGIC = 0x4D4C5031;

    /**
     * How a file is written, rightly or not.
     *
     * @param bigEndian whether the most significant byte comes first
     * @param floats whether numbers are floats; else doubles
     * @param magic whether the file begins with its mark
     * @param ranks whether ranks stand before dimensions
     * @param nameBytes of a name's length: 2 in UTF, 4 in an int
     */
    public record Form(boolean bigEndian, boolean floats, boolean magic, boolean ranks, int nameBytes) {
        /** The form as the task has it. */
        public static final Form RIGHT = new Form(true, true, true, true, 2);
    }

    /** Writes tensors in the right form. */
    public static ModelFileOracle of(Map<String, Tensor> tensors) {
        return of(tensors, Form.RIGHT);
    }

    /** Writes tensors in some form. */
    public static ModelFileOracle of(Map<String, Tensor> tensors, Form form) {
        Writer out = new Writer(form.bigEndian());
        if (form.magic()) {
            out.put("the mark MLP1", MAGIC, 4);
        }
        out.put("the number of tensors", tensors.size(), 4);
        tensors.forEach((name, tensor) -> {
            String of = " of \"" + name + "\"";
            byte[] letters = name.getBytes(StandardCharsets.UTF_8);
            out.put("the name \"" + name + "\"", letters.length, form.nameBytes());
            out.bytes.writeBytes(letters);
            if (form.ranks()) {
                out.put("the rank" + of, tensor.shape().rank(), 4);
            }
            for (int dimension : tensor.shape().toArray()) {
                out.put("the dimensions" + of, dimension, 4);
            }
            for (float number : tensor.data()) {
                if (form.floats()) {
                    out.put("the numbers" + of, Float.floatToIntBits(number), 4);
                } else {
                    out.put("the numbers" + of, Double.doubleToLongBits(number), 8);
                }
            }
        });
        return new ModelFileOracle(out.bytes.toByteArray(), out.fields);
    }

    /** Returns what a byte belongs to. */
    public String field(int offset) {
        return fields.floorEntry(offset).getValue();
    }

    private static final class Writer {
        private final boolean bigEndian;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TreeMap<Integer, String> fields = new TreeMap<>();

        Writer(boolean bigEndian) {
            this.bigEndian = bigEndian;
        }

        void put(String field, long number, int size) {
            fields.put(bytes.size(), field);
            for (int i = 0; i < size; i++) {
                int shift = 8 * (bigEndian ? size - 1 - i : i);
                bytes.write((int) (number >>> shift));
            }
        }
    }
}
