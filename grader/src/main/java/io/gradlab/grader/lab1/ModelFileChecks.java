package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.NoAnswer;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.ModelFileOracle;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Task 1.12. */
@Task(id = "1.12", title = "save and load", points = 4)
public class ModelFileChecks {

    @Check(value = "of two numbers", points = 0, rank = 1)
    void ofTwoNumbers(Bench bench) {
        checkSave(bench, Map.of("b", Tensor.vector(1, 2)));
    }

    @Check(value = "save", points = 1, rank = 2)
    void save(Bench bench) {
        checkSave(bench, network(bench));
    }

    @Check(value = "load", points = 1, rank = 3)
    void load(Bench bench) {
        Map<String, Tensor> tensors = network(bench);
        checkSame(bench, loaded(bench, ModelFileOracle.of(tensors).bytes()), tensors);
    }

    @Check(value = "there and back", points = 1, rank = 4)
    void thereAndBack(Bench bench) {
        for (Map<String, Tensor> tensors : List.of(network(bench), unusual(bench), Map.<String, Tensor>of())) {
            checkSame(bench, loaded(bench, saved(bench, tensors)), tensors);
        }
    }

    @Check(value = "refuses damaged files", points = 1, rank = 5)
    void refusesDamagedFiles(Bench bench) {
        byte[] file = ModelFileOracle.of(network(bench)).bytes();
        loaded(bench, file); // whoever refuses all files, refuses too many
        refuse(bench, Arrays.copyOf(file, file.length - 1), "a file without its last byte");
        refuse(bench, Arrays.copyOf(file, file.length / 2), "the first half of a file");
        refuse(bench, Arrays.copyOf(file, 13), "the first 13 bytes of a file");
        refuse(bench, new byte[0], "an empty file");
        refuse(bench, Arrays.copyOf(file, file.length + 1), "a file with a byte after its last tensor");
        byte[] other = file.clone();
        other[0] = 'X';
        refuse(bench, other, "a file that does not begin with MLP1");
    }

    private static void checkSave(Bench bench, Map<String, Tensor> tensors) {
        byte[] actual = saved(bench, tensors);
        ModelFileOracle expected = ModelFileOracle.of(tensors);
        int wrong = Arrays.mismatch(actual, expected.bytes());
        if (wrong < 0) {
            return;
        }
        String likeness = ModelFileMisconceptions.likeness(actual, tensors);
        if (wrong >= expected.bytes().length || wrong >= actual.length) {
            String where = wrong >= actual.length ? "; it ends before " + expected.field(wrong) : "";
            bench.require(
                    false,
                    "the file has " + actual.length + " bytes, expected " + expected.bytes().length + where + likeness
                            + ".");
        }
        bench.require(
                false,
                String.format(
                        Locale.ROOT,
                        "byte %d of the file is 0x%02X, expected 0x%02X; it belongs to %s%s.",
                        wrong,
                        actual[wrong],
                        expected.bytes()[wrong],
                        expected.field(wrong),
                        likeness));
    }

    private static void checkSame(Bench bench, Map<String, Tensor> actual, Map<String, Tensor> expected) {
        List<String> names = List.copyOf(actual.keySet());
        List<String> right = List.copyOf(expected.keySet());
        bench.require(
                names.size() != right.size() || !actual.keySet().equals(expected.keySet()) || names.equals(right),
                "the tensors come back in another order: take a LinkedHashMap, which keeps it.");
        bench.require(
                names.equals(right), "the tensors that come back are named " + names + ", expected " + right + ".");
        for (String name : right) {
            checkSame(bench, name, actual.get(name), expected.get(name));
        }
    }

    private static void checkSame(Bench bench, String name, Tensor actual, Tensor expected) {
        bench.require(
                actual.shape().equals(expected.shape()),
                "\"" + name + "\" comes back with shape " + actual.shape() + ", expected " + expected.shape() + ".");
        for (int i = 0; i < expected.size(); i++) {
            float is = actual.data()[i];
            float was = expected.data()[i];
            bench.require(
                    Float.floatToIntBits(is) == Float.floatToIntBits(was),
                    "number " + i + " of \"" + name + "\" comes back as " + is + ", expected " + was
                            + (is == was ? ": the sign of zero counts as well" : "") + ".");
        }
    }

    private static void refuse(Bench bench, byte[] file, String what) {
        Answer answer = bench.askQuietly(load(file));
        bench.require(
                answer.failure().isPresent(),
                what + " is loaded as if nothing were wrong with it; throw an IOException.");
        Failure failure = answer.failure().orElseThrow();
        if (failure.kind() != Failure.Kind.THREW) {
            throw new NoAnswer(failure);
        }
    }

    private static byte[] saved(Bench bench, Map<String, Tensor> tensors) {
        return bench.ask(new Probe.OfFunction("save", List.of(Value.of(tensors))))
                .bytes("result");
    }

    private static Map<String, Tensor> loaded(Bench bench, byte[] file) {
        return bench.ask(load(file)).tensors("result");
    }

    private static Probe load(byte[] file) {
        return new Probe.OfFunction("load", List.of(Value.of(file)));
    }

    private static Map<String, Tensor> network(Bench bench) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("2.weight", bench.gaussians("second weight", 3, 5));
        tensors.put("2.bias", bench.gaussians("second bias", 3));
        tensors.put("0.weight", bench.gaussians("first weight", 5, 4));
        tensors.put("0.bias", bench.gaussians("first bias", 5));
        return tensors;
    }

    private static Map<String, Tensor> unusual(Bench bench) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a name with spaces", bench.gaussians("images", 2, 3, 4, 5));
        tensors.put("größe · 重み", bench.gaussians("single", 1, 1));
        tensors.put("", Tensor.of(Shape.of(), new float[] {-0.0f}));
        tensors.put("empty", Tensor.zeros(0, 7));
        tensors.put(
                "special",
                Tensor.vector(
                        0,
                        -0.0f,
                        Float.MIN_VALUE,
                        -Float.MIN_NORMAL / 3,
                        Float.MAX_VALUE,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.NaN,
                        1 / 3f));
        return tensors;
    }
}
