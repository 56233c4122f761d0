package io.gradlab.grader.lab2;

import io.gradlab.course.ModeVerdict;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.check.Verdicts;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Task 2.15. Verdicts are checked as numbers: 1 is yes, 0 is no. */
@Task(id = "2.15", title = "refereeing", points = 6)
public class RefereeChecks {

    @Check(value = "nearest neighbours", points = 1, rank = 1)
    void nearestNeighbours(Bench bench) {
        NeighbourCase.ramp(bench).check();
        new NeighbourCase(bench, bench.gaussians("embeddings", 12, 3), 4, 3).check();
        new NeighbourCase(bench, bench.gaussians("more embeddings", 20, 2), 19, 8).check();
        new NeighbourCase(bench, bench.gaussians("first", 9, 5), 0, 1).check();
    }

    @Check(value = "whether a penalty trains", points = 1, rank = 2)
    void whetherAPenaltyTrains(Bench bench) {
        PenaltyStepCase.check(bench);
    }

    @Check(value = "wrong sizes in comments", points = 1, rank = 3)
    void wrongSizes(Bench bench) {
        int[] kernels = {3, 2, 3, 2, 3, 2};
        int[] strides = {1, 2, 1, 2, 1, 2};
        Verdicts verdicts = new Verdicts();
        addSizes(bench, verdicts, 32, kernels, strides, 30, 15, 15, 7, 5, 2); // report C: 13 and 6 are true
        addSizes(bench, verdicts, 32, kernels, strides, 30, 15, 13, 6, 4, 2);
        addSizes(bench, verdicts, 32, kernels, strides, 30, 15, 13, 7, 5, 2);
        addSizes(bench, verdicts, 28, new int[] {5, 2, 5, 2}, strides, 24, 12, 8, 4);
        addSizes(bench, verdicts, 28, new int[] {5, 2, 5, 2}, strides, 28, 14, 10, 5);
        addSizes(bench, verdicts, 9, new int[] {3}, new int[] {2}, 4);
        addSizes(bench, verdicts, 10, new int[] {3}, new int[] {2}, 5);
        verdicts.judge(bench);
    }

    @Check(value = "samples that a loop counts", points = 0.5, rank = 4)
    void samplesThatALoopCounts(Bench bench) {
        Verdicts verdicts = new Verdicts();
        addCounted(bench, verdicts, 10_000, 64, 4); // report E's deep network
        addCounted(bench, verdicts, 10_000, 4, 4);
        addCounted(bench, verdicts, 130, 64, 4);
        addCounted(bench, verdicts, 130, 64, 1);
        addCounted(bench, verdicts, 10, 32, 4);
        addCounted(bench, verdicts, 10, 32, 16);
        addCounted(bench, verdicts, 21, 3, 5);
        verdicts.judge(bench);
    }

    @Check(value = "whether two accuracies may agree", points = 0.5, rank = 5)
    void whetherTwoAccuraciesMayAgree(Bench bench) {
        AgreementCase.check(bench);
    }

    @Check(value = "floor of a double softmax", points = 1, rank = 6)
    void floorOfADoubleSoftmax(Bench bench) {
        Verdicts verdicts = new Verdicts();
        for (int classes : new int[] {10, 2, 100, 1}) {
            double floor = StrictMath.log(1 + (classes - 1) / Math.E); // 1.4612 for ten, as in report D
            verdicts.add(
                    "the floor with " + classes + " classes",
                    ask(bench, "doubleSoftmaxFloor", Value.of(classes)),
                    floor,
                    Map.of(
                            "one softmax alone was thought of, whose loss can reach 0",
                            0.0,
                            "this is ln K, what guessing costs",
                            StrictMath.log(classes),
                            "the right class got 0 and the others 1, the worst case instead of the best",
                            StrictMath.log(1 + (classes - 1) * Math.E),
                            "the probability was returned, not its -log",
                            StrictMath.exp(-floor)));
        }
        verdicts.judge(bench);
    }

    @Check(value = "mode of a validation", points = 1, rank = 7)
    void modeOfAValidation(Bench bench) {
        for (boolean drops : new boolean[] {false, true}) {
            for (boolean absorbs : new boolean[] {false, true}) {
                for (int place : new int[] {0, 7}) { // where the only difference is
                    checkMode(bench, drops, absorbs, place);
                }
            }
        }
    }

    private static void addSizes(
            Bench bench, Verdicts verdicts, int size, int[] kernels, int[] allStrides, int... claimed) {
        int[] strides = Arrays.copyOf(allStrides, kernels.length);
        double actual =
                ask(bench, "firstWrongSize", Value.of(size), Value.of(kernels), Value.of(strides), Value.of(claimed));
        double right = firstWrong(size, kernels, strides, claimed, 0, false);
        verdicts.add(
                "the place of the first wrong size in " + Arrays.toString(claimed) + ", from images of " + size
                        + " and kernels " + Arrays.toString(kernels) + " with strides " + Arrays.toString(strides)
                        + ",",
                actual,
                right,
                Map.of(
                        "places were counted from 1",
                        right < 0 ? -1 : right + 1,
                        "padding was taken for granted; these layers have none",
                        firstWrong(size, kernels, strides, claimed, 1, false),
                        "sizes were rounded up; what does not fill a window is dropped",
                        firstWrong(size, kernels, strides, claimed, 0, true)));
    }

    private static double firstWrong(
            int size, int[] kernels, int[] strides, int[] claimed, int padded, boolean roundedUp) {
        int here = size;
        for (int layer = 0; layer < kernels.length; layer++) {
            int padding = padded * ((kernels[layer] - 1) / 2);
            here = roundedUp
                    ? Math.ceilDiv(here - kernels[layer], strides[layer]) + 1
                    : new ConvolutionOracle(strides[layer], padding).size(here, kernels[layer]);
            if (here != claimed[layer]) {
                return layer;
            }
        }
        return -1;
    }

    private static void addCounted(Bench bench, Verdicts verdicts, int samples, int batchSize, int perBatch) {
        double actual = ask(bench, "samplesCounted", Value.of(samples), Value.of(batchSize), Value.of(perBatch));
        verdicts.add(
                "the count of samples among " + samples + " in batches of " + batchSize + ", " + perBatch + " of each,",
                actual,
                AgreementCase.counted(samples, batchSize, perBatch),
                Map.of(
                        "the last batch, which is smaller, was forgotten",
                        (double) (samples / batchSize) * Math.min(perBatch, batchSize),
                        "the last batch was counted as a full one",
                        (double) Math.ceilDiv(samples, batchSize) * Math.min(perBatch, batchSize),
                        "a batch was taken to hold at least that many samples",
                        (double) Math.ceilDiv(samples, batchSize) * perBatch));
    }

    private static void checkMode(Bench bench, boolean drops, boolean absorbs, int place) {
        Tensor once = bench.gaussians("outputs", 2, 4);
        Tensor again = once.copy();
        Tensor before = bench.gaussians("statistics", 8);
        Tensor after = before.copy();
        if (drops) {
            again.data()[place] = 0;
        }
        if (absorbs) {
            after.data()[place] += 0.001f;
        }
        ModeVerdict expected = drops
                ? absorbs ? ModeVerdict.DROPS_AND_ABSORBS : ModeVerdict.DROPS
                : absorbs ? ModeVerdict.ABSORBS : ModeVerdict.EVALUATION;
        String actual = bench.ask(new Probe.OfFunction(
                        "judgeMode", List.of(Value.of(once), Value.of(again), Value.of(before), Value.of(after))))
                .text("result");
        bench.require(
                actual.equals(expected.name()),
                "outputs that are " + (drops ? "different" : "the same") + " the second time and statistics that "
                        + (absorbs ? "move" : "stay") + " mean " + expected + ", not " + actual + ".");
    }

    static double ask(Bench bench, String method, Value... arguments) {
        return bench.ask(new Probe.OfFunction(method, List.of(arguments))).number("result");
    }
}
