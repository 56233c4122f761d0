package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.ConfusionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.14. */
@Task(id = "2.14", title = "confusion", points = 2)
public class ConfusionChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        checkCounts(bench, new int[] {0, 0, 0, 1, 2, 2}, new int[] {0, 1, 1, 1, 2, 0}, 3);
    }

    @Check(value = "counts", points = 0.75, rank = 2)
    void counts(Bench bench) {
        checkCounts(bench, labels(bench, "labels", 300, 5), labels(bench, "predictions", 300, 5), 5);
    }

    @Check(value = "accuracy of each class", points = 0.5, rank = 3)
    void accuracyOfEachClass(Bench bench) {
        checkAccuracies(bench, countsOf(bench, "accuracy", 4));
        checkAccuracies(bench, countsOf(bench, "accuracy of two", 2));
    }

    @Check(value = "accuracy of a class without samples", points = 0.25, rank = 4)
    void accuracyWithoutSamples(Bench bench) {
        Tensor counts = countsOf(bench, "without", 4);
        for (int k = 0; k < 4; k++) {
            counts.data()[2 * 4 + k] = 0;
        }
        checkAccuracies(bench, counts);
    }

    @Check(value = "of other numbers of classes", points = 0.25, rank = 5)
    void ofOtherNumbersOfClasses(Bench bench) {
        checkCounts(bench, labels(bench, "one", 3, 1), labels(bench, "one", 3, 1), 1);
        checkCounts(bench, labels(bench, "few", 5, 7), labels(bench, "guesses", 5, 7), 7);
        checkCounts(bench, new int[0], new int[0], 2);
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        Tensor counts = countsOf(bench, "read only", 3);
        Answer answer = bench.ask(new Probe.OfFunction("classAccuracies", List.of(Value.of(counts))));
        bench.unchanged("counts", bench.tensor(answer, "argument.0"), counts);
    }

    private static void checkCounts(Bench bench, int[] labels, int[] predictions, int classes) {
        Answer answer = bench.ask(
                new Probe.OfFunction("confusion", List.of(Value.of(labels), Value.of(predictions), Value.of(classes))));
        DoubleTensor right = ConfusionOracle.counts(labels, predictions, classes);
        DoubleTensor mistakes = right.map(x -> x);
        for (int k = 0; k < classes; k++) {
            mistakes.data()[k * classes + k] = 0;
        }
        bench.compare(
                "counts",
                bench.tensor(answer, "result"),
                right,
                List.of(
                        new Misconception(
                                "rows and columns were exchanged: the row is the true class", right.transposed()),
                        new Misconception("only mistakes were counted", mistakes),
                        new Misconception(
                                "the counts were divided by the number of samples",
                                right.times(1.0 / Math.max(1, labels.length)))));
    }

    private static void checkAccuracies(Bench bench, Tensor counts) {
        Answer answer = bench.ask(new Probe.OfFunction("classAccuracies", List.of(Value.of(counts))));
        DoubleTensor actual = bench.tensor(answer, "result");
        DoubleTensor matrix = DoubleTensor.of(counts);
        DoubleTensor right = ConfusionOracle.accuracies(matrix);
        boolean comparable = actual.shape().equals(right.shape());
        for (int k = 0; comparable && k < right.data().length; k++) {
            boolean empty = Double.isNaN(right.data()[k]);
            bench.require(
                    empty == Double.isNaN(actual.data()[k]),
                    empty
                            ? "class " + k + " has no samples, so its accuracy is NaN; 0 would say that all were wrong."
                            : "class " + k + " has samples, but its accuracy is NaN.");
        }
        double total = 0;
        for (double count : matrix.data()) {
            total += count;
        }
        double all = total;
        bench.compare(
                "accuracies",
                withoutNaN(actual),
                withoutNaN(right),
                List.of(
                        new Misconception(
                                "the column's sum was taken: of what was predicted as the class. The row's sum counts"
                                        + " the samples that are of it",
                                withoutNaN(ConfusionOracle.accuracies(matrix.transposed()))),
                        new Misconception(
                                "the hits were divided by all samples instead of the class's own",
                                withoutNaN(ConfusionOracle.hits(matrix).times(1 / all))),
                        new Misconception(
                                "it is in per cent; accuracies are in [0, 1] here", withoutNaN(right.times(100)))));
    }

    private static DoubleTensor withoutNaN(DoubleTensor tensor) {
        return tensor.map(x -> Double.isNaN(x) ? 0 : x);
    }

    private static Tensor countsOf(Bench bench, String purpose, int classes) {
        RandomStream random = bench.seed().stream(purpose);
        Tensor counts = Tensor.zeros(classes, classes);
        for (int i = 0; i < counts.size(); i++) {
            counts.data()[i] = 1 + random.below(i, 40);
        }
        return counts;
    }

    private static int[] labels(Bench bench, String purpose, int samples, int classes) {
        RandomStream random = bench.seed().stream(purpose);
        int[] labels = new int[samples];
        for (int n = 0; n < samples; n++) {
            labels[n] = random.below(n, classes);
        }
        return labels;
    }
}
