package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.ClassOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Task 3.9. */
@Task(id = "3.9", title = "class report", points = 10)
public class ClassWiseChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        oneVsRest(bench, Tensor.vector(10, 2, 3, 20).reshape(2, 2)); // [10 2; 3 20] and [20 3; 2 10]
    }

    @Check(value = "one against the rest", points = 3, rank = 2)
    void oneAgainstTheRest(Bench bench) {
        oneVsRest(bench, counts(bench, "five", 5));
        oneVsRest(bench, counts(bench, "two", 2));
        oneVsRest(bench, counts(bench, "three", 3));
    }

    @Check(value = "most confused pairs", points = 3, rank = 3)
    void mostConfusedPairs(Bench bench) {
        mostConfused(bench, counts(bench, "pairs", 5), 4);
        mostConfused(bench, counts(bench, "many pairs", 10), 10);
        mostConfused(bench, counts(bench, "all pairs", 3), 6);
        mostConfused(bench, Tensor.vector(5, 2, 2, 0, 9, 2, 1, 0, 7).reshape(3, 3), 5); // equal ones, and none
    }

    @Check(value = "classes that stand out", points = 3.75, rank = 4)
    void classesThatStandOut(Bench bench) {
        report( // every known mistake gives another answer here
                bench,
                Tensor.vector(27, 43, 50, 5, 11, 41, 20, 50, 2, 53, 157, 31, 39, 47, 59, 218)
                        .reshape(4, 4));
        for (int i = 0; i < 4; i++) {
            report(bench, counts(bench, "report " + i, 4 + i));
        }
        report(bench, Tensor.vector(8, 2, 0, 1, 6, 1, 30, 10, 100).reshape(3, 3)); // many mistakes, not the worst share
        report(bench, Tensor.vector(4, 1, 1, 4).reshape(2, 2)); // all equal
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 5)
    void onlyReadsItsArguments(Bench bench) {
        Tensor counts = counts(bench, "read only", 3);
        Calls.onlyReads(bench, "counts", counts, "oneVsRest");
        Calls.onlyReads(bench, "counts", counts, "mostConfused", Value.of(2));
        Calls.onlyReads(bench, "counts", counts, "classReport");
    }

    private static void oneVsRest(Bench bench, Tensor counts) {
        ClassOracle oracle = new ClassOracle(DoubleTensor.of(counts));
        bench.compareExactly(
                "matrices",
                Calls.tensor(bench, "oneVsRest", Value.of(counts)),
                oracle.oneVsRest(0, 1, 2, 3),
                List.of(
                        new Misconception(
                                "rows and columns were exchanged: false negatives are of the class itself, in its row",
                                oracle.oneVsRest(0, 2, 1, 3)),
                        new Misconception(
                                "the rest was put first: true positives belong to place [0, 0]",
                                oracle.oneVsRest(3, 2, 1, 0)),
                        new Misconception(
                                "only the other classes' hits were counted as true negatives; what they were taken for does"
                                        + " not matter, as long as it is not this class",
                                oracle.oneVsRestOfHits())));
    }

    private static void mostConfused(Bench bench, Tensor counts, int count) {
        int[] actual = Calls.ask(bench, "mostConfused", Value.of(counts), Value.of(count))
                .labels("result");
        ClassOracle oracle = new ClassOracle(DoubleTensor.of(counts));
        DoubleTensor right = oracle.pairs(count, (t, p, n) -> t == p ? -1 : n);
        bench.compareExactly(
                "pairs",
                Calls.vector(actual),
                right,
                List.of(
                        new Misconception(
                                "right predictions were counted as pairs too", oracle.pairs(count, (_, _, n) -> n)),
                        new Misconception("true and predicted class were exchanged within the pairs", exchanged(right)),
                        new Misconception(
                                "the rarest pairs come first", oracle.pairs(count, (t, p, n) -> t == p ? -1e9 : -n)),
                        new Misconception(
                                "shares of the true class were compared, not counts",
                                oracle.pairs(count, (t, p, n) -> t == p ? -1 : n / oracle.samples(t)))));
    }

    private static DoubleTensor exchanged(DoubleTensor pairs) {
        DoubleTensor exchanged = pairs.map(x -> x);
        for (int i = 0; i < exchanged.data().length; i++) {
            exchanged.data()[i] = pairs.data()[i ^ 1];
        }
        return exchanged;
    }

    private static void report(Bench bench, Tensor counts) {
        Value result =
                Calls.ask(bench, "classReport", Value.of(counts)).values().get("result");
        double[] actual = result instanceof Value.Group(List<Value> parts)
                ? parts.stream().mapToDouble(whole()).toArray()
                : new double[] {};
        ClassOracle o = new ClassOracle(DoubleTensor.of(counts));
        double best = o.largest(o::recall);
        double worst = o.largest(k -> -o.recall(k));
        double negatives = o.largest(o::falseNegatives);
        double positives = o.largest(o::falsePositives);
        bench.compareExactly(
                "(best, worst, most false negatives, most false positives)",
                Calls.vector(actual),
                Calls.vector(best, worst, negatives, positives),
                List.of(
                        new Misconception(
                                "false negatives and false positives were exchanged",
                                Calls.vector(best, worst, positives, negatives)),
                        new Misconception(
                                "best and worst were exchanged", Calls.vector(worst, best, negatives, positives)),
                        new Misconception(
                                "accuracy was taken of the column: the share of what was predicted as the class",
                                Calls.vector(
                                        o.largest(o::precision),
                                        o.largest(k -> -o.precision(k)),
                                        negatives,
                                        positives)),
                        new Misconception(
                                "the best class is the one with the most hits; accuracy is their share",
                                Calls.vector(o.largest(o::hits), o.largest(k -> -o.hits(k)), negatives, positives)),
                        new Misconception(
                                "false negatives and false positives were taken as shares; their numbers are asked for",
                                Calls.vector(
                                        best, worst, o.largest(k -> -o.recall(k)), o.largest(k -> -o.precision(k))))));
    }

    private static ToDoubleFunction<Value> whole() {
        return value -> value instanceof Value.Whole(long number) ? number : Double.NaN;
    }

    private static Tensor counts(Bench bench, String purpose, int classes) {
        RandomStream random = bench.seed().stream(purpose);
        Tensor counts = Tensor.zeros(classes, classes);
        for (int i = 0; i < counts.size(); i++) {
            boolean hit = i / classes == i % classes;
            counts.data()[i] = hit ? 20 + random.below(i, 300) : random.below(i, 60);
        }
        return counts;
    }
}
