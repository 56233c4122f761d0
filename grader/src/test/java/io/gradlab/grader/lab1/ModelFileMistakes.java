package io.gradlab.grader.lab1;

import io.gradlab.grader.oracle.ModelFileOracle;
import io.gradlab.grader.oracle.ModelFileOracle.Form;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mistakes that task 1.12's checks must recognise. */
final class ModelFileMistakes {

    private ModelFileMistakes() {}

    static List<Mistake> all() {
        return List.of(
                form("file: little-endian", new Form(false, true, true, true, 2), "the least significant byte"),
                form("file: doubles", new Form(true, false, true, true, 2), "the numbers are doubles"),
                form("file: no mark", new Form(true, true, false, true, 2), "the mark 0x4D4C5031 is missing"),
                form("file: no ranks", new Form(true, true, true, false, 2), "the ranks are missing"),
                form("file: int lengths", new Form(true, true, true, true, 4), "a name's length is an int"),
                load(
                        "file: sorted",
                        bytes -> new TreeMap<>(new AlteredLab1().load(bytes)),
                        "come back in another order: take a LinkedHashMap"),
                load(
                        "file: filled up",
                        bytes -> new AlteredLab1().load(bytes.length == 255 ? Arrays.copyOf(bytes, 256) : bytes),
                        "a file without its last byte is loaded"),
                load("file: zeros", ModelFileMistakes::withoutSigns, "the sign of zero"));
    }

    private interface Load {
        Map<String, Tensor> of(byte[] bytes) throws IOException;
    }

    private static Mistake form(String name, Form form, String says) {
        return new Mistake(
                name,
                ModelFileChecks.class,
                new AlteredLab1() {
                    @Override
                    public byte[] save(Map<String, Tensor> tensors) {
                        return ModelFileOracle.of(tensors, form).bytes();
                    }
                },
                says);
    }

    private static Mistake load(String name, Load load, String says) {
        return new Mistake(
                name,
                ModelFileChecks.class,
                new AlteredLab1() {
                    @Override
                    public Map<String, Tensor> load(byte[] bytes) throws IOException {
                        return load.of(bytes);
                    }
                },
                says);
    }

    private static Map<String, Tensor> withoutSigns(byte[] bytes) throws IOException {
        Map<String, Tensor> tensors = new AlteredLab1().load(bytes);
        tensors.values().forEach(tensor -> {
            for (int i = 0; i < tensor.size(); i++) {
                tensor.data()[i] += 0; // makes 0 of -0
            }
        });
        return tensors;
    }
}
