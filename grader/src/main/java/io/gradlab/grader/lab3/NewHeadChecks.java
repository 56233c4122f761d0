package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Task 3.6. */
@Task(id = "3.6", title = "new head", points = 5)
public class NewHeadChecks {
    private static final String LAYER = "classifier.6";
    private static final int INPUTS = 400;
    private static final double DEVIATION = 0.01;

    @Check(value = "shapes and names", points = 1.5, rank = 1)
    void shapesAndNames(Bench bench) {
        for (int classes : new int[] {4, 30}) {
            Map<String, Tensor> old = weights(bench);
            Map<String, Tensor> fresh = ask(bench, old, classes, 1);
            bench.require(
                    List.copyOf(fresh.keySet()).equals(List.copyOf(old.keySet())),
                    "the names are " + fresh.keySet() + ", expected " + old.keySet() + " in this order.");
            shape(bench, fresh, LAYER + ".weight", Shape.of(classes, INPUTS));
            shape(bench, fresh, LAYER + ".bias", Shape.of(classes));
        }
    }

    @Check(value = "new numbers", points = 2, rank = 2)
    void newNumbers(Bench bench) {
        Map<String, Tensor> old = weights(bench);
        Map<String, Tensor> fresh = ask(bench, old, 10, 1);
        DoubleTensor weight = DoubleTensor.of(fresh.get(LAYER + ".weight"));
        double[] first =
                Arrays.copyOf(DoubleTensor.of(old.get(LAYER + ".weight")).data(), weight.data().length);
        bench.require(
                !Arrays.equals(weight.data(), first),
                "it looks as if the first rows of the old weight were kept: they stand for the old classes.");
        double mean = Arrays.stream(weight.data()).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(weight.data())
                .map(w -> (w - mean) * (w - mean))
                .average()
                .orElse(0));
        bench.require(
                deviation > 0,
                "all new weights are equal: it looks as if no random numbers were drawn, so all classes learn the same.");
        String hint = Math.abs(deviation - Math.sqrt(2.0 / INPUTS)) < 0.003
                ? ": it looks as if this is He's √(2 / inputs)"
                : Math.abs(deviation - 1) < 0.05 ? ": it looks as if the numbers were not scaled" : "";
        bench.require(
                Math.abs(deviation / DEVIATION - 1) < 0.08, // 4000 numbers: seven standard errors
                String.format(Locale.ROOT, "the new weights have deviation %.4f, expected 0.01%s.", deviation, hint));
        bench.require(
                Math.abs(mean) < 0.001, // six standard errors
                String.format(Locale.ROOT, "the new weights have mean %.4f, expected 0.", mean));
        bench.compare(
                LAYER + ".bias",
                DoubleTensor.of(fresh.get(LAYER + ".bias")),
                DoubleTensor.zeros(10),
                List.of(new Misconception(
                        "the first numbers of the old bias were kept",
                        Calls.vector(Arrays.copyOf(
                                DoubleTensor.of(old.get(LAYER + ".bias")).data(), 10)))));
    }

    @Check(value = "a seed of its own", points = 0.75, rank = 3)
    void aSeedOfItsOwn(Bench bench) {
        Map<String, Tensor> old = weights(bench);
        float[] one = ask(bench, old, 5, 1).get(LAYER + ".weight").data();
        float[] again = ask(bench, old, 5, 1).get(LAYER + ".weight").data();
        float[] other = ask(bench, old, 5, 2).get(LAYER + ".weight").data();
        bench.require(Arrays.equals(one, again), "the same seed gives other weights the second time.");
        bench.require(!Arrays.equals(one, other), "another seed gives the same weights; the seed is not used.");
    }

    @Check(value = "leaves the others as they are", points = 0.5, rank = 4)
    void leavesTheOthers(Bench bench) {
        Map<String, Tensor> old = weights(bench);
        Map<String, Tensor> fresh = ask(bench, old, 7, 3);
        for (String name : old.keySet()) {
            if (!name.startsWith(LAYER + ".")) {
                bench.compare(name, DoubleTensor.of(fresh.get(name)), DoubleTensor.of(old.get(name)), List.of());
            }
        }
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 5)
    void onlyReadsItsArguments(Bench bench) {
        Map<String, Tensor> old = weights(bench);
        Answer answer = Calls.ask(bench, "newHead", Value.of(old), new Value.Text(LAYER), Value.of(9), Value.of(1));
        Map<String, Tensor> after = answer.tensors("argument.0");
        old.forEach((name, tensor) -> bench.require(
                after.containsKey(name)
                        && after.get(name).shape().equals(tensor.shape())
                        && Arrays.equals(after.get(name).data(), tensor.data()),
                name + " was changed in the map that was given; make a new map."));
    }

    private static Map<String, Tensor> ask(Bench bench, Map<String, Tensor> weights, int classes, long seed) {
        return Calls.ask(
                        bench,
                        "newHead",
                        Value.of(weights),
                        new Value.Text(LAYER),
                        Value.of(classes),
                        Value.of(bench.seed().value() + seed))
                .tensors("result");
    }

    private static void shape(Bench bench, Map<String, Tensor> tensors, String name, Shape expected) {
        Shape actual = tensors.get(name).shape();
        boolean transposed = actual.rank() == 2
                && expected.rank() == 2
                && actual.dim(0) == expected.dim(1)
                && actual.dim(1) == expected.dim(0);
        bench.require(
                actual.equals(expected),
                name + " has shape " + actual + ", expected " + expected
                        + (transposed ? ": it looks as if rows and columns were exchanged" : "") + ".");
    }

    private static Map<String, Tensor> weights(Bench bench) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put(LAYER + ".weight", bench.gaussians("head", 20, INPUTS));
        weights.put("features.0.weight", bench.gaussians("features", 2, 3, 3, 3));
        weights.put(LAYER + ".bias", bench.gaussians("bias", 20));
        weights.put("classifier.60.bias", bench.gaussians("another", 5)); // begins with the same letters
        return weights;
    }
}
