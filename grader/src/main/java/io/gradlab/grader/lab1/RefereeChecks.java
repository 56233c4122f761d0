package io.gradlab.grader.lab1;

import static io.gradlab.course.LossVerdict.EXPLODES_AT_ONCE;
import static io.gradlab.course.LossVerdict.EXPLODES_LATE;
import static io.gradlab.course.LossVerdict.LEARNS;
import static io.gradlab.course.LossVerdict.PLATEAU;

import io.gradlab.course.LossVerdict;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Task 1.13. */
@Task(id = "1.13", title = "refereeing", points = 2)
public class RefereeChecks {
    private static final int DECIMALS = 3;

    @Check(value = "which accuracies are possible", points = 0.5, rank = 1)
    void whichAccuraciesArePossible(Bench bench) {
        checkPossible(bench, 89.2833, 4, 6000, true); // 5357 of 6,000
        checkPossible(bench, 89.2833, 4, 10_000, false);
        checkPossible(bench, 89.70, 2, 6000, true);
        checkPossible(bench, 100, 0, 7, true);
        checkPossible(bench, 50, 0, 7, false);
        checkPossible(bench, 89.2834, 4, 6000, false); // 0.7 units of the last decimal away
        checkPossible(bench, 13, 0, 8, true); // 12.5, which is printed as 12 or as 13
        RandomStream random = bench.seed().stream("accuracies");
        for (int i = 0; i < 8; i++) {
            int samples = 200 + random.below(2 * i, 400);
            int right = samples / 2 + random.below(2 * i + 1, samples / 2);
            checkPossible(bench, rounded(100.0 * right / samples), DECIMALS, samples, true);
            checkPossible(bench, rounded(100 * (right + 0.4) / samples), DECIMALS, samples, false);
        }
    }

    @Check(value = "margin of an accuracy", points = 0.5, rank = 2)
    void margin(Bench bench) {
        RandomStream random = bench.seed().stream("margins");
        for (int i = 0; i < 6; i++) {
            double accuracy = 0.5 + random.uniform(2 * i) * 0.45;
            int samples = 50 + random.below(2 * i + 1, 400);
            double right = 1.96 * Math.sqrt(accuracy * (1 - accuracy) / samples);
            double actual = ask(bench, "margin", Value.of(accuracy), Value.of(samples));
            bench.compare("margin", actual, right, marginMisconceptions(accuracy, samples));
        }
    }

    @Check(value = "which accuracies differ", points = 0.5, rank = 3)
    void whichAccuraciesDiffer(Bench bench) {
        checkDiffer(bench, 0.892833, 0.8970, 6000, false);
        checkDiffer(bench, 0.884667, 0.8970, 6000, true);
        checkDiffer(bench, 0.8970, 0.884667, 6000, true);
        checkDiffer(bench, 0.9, 0.9, 100, false);
        checkDiffer(bench, 1, 1, 100, false); // no margin, no difference
        checkDiffer(bench, 0.90, 0.83, 100, false);
        checkDiffer(bench, 0.90, 0.83, 10_000, true);
        checkDiffer(bench, 0.95, 0.90, 200, false); // more than one margin alone, less than both
    }

    @Check(value = "what losses mean", points = 0.5, rank = 4)
    void whatLossesMean(Bench bench) {
        float nan = Float.NaN;
        checkVerdict(bench, LEARNS, 10, 1.9f, 1.2f, 0.8f, 0.6f);
        checkVerdict(bench, LEARNS, 10, 2.31f, 2.30f, 2.30f, 1.7f, 0.9f); // a plateau that ends
        checkVerdict(bench, PLATEAU, 10, 2.31f, 2.303f, 2.302f, 2.303f);
        checkVerdict(bench, PLATEAU, 2, 0.8f, 0.7f, 0.695f);
        checkVerdict(bench, LEARNS, 100, 4.2f, 3.1f, 2.4f);
        checkVerdict(bench, PLATEAU, 1, 0, 0); // one class: there is nothing to learn
        checkVerdict(bench, EXPLODES_AT_ONCE, 10, nan, nan, nan);
        checkVerdict(bench, EXPLODES_AT_ONCE, 10, Float.POSITIVE_INFINITY, nan);
        float[] late = new float[30];
        Arrays.fill(late, 0, 26, 0.7f);
        Arrays.fill(late, 26, 30, nan);
        checkVerdict(bench, EXPLODES_LATE, 10, late);
        checkVerdict(bench, EXPLODES_LATE, 10, 1.5f, Float.POSITIVE_INFINITY, 2.1f);
    }

    private static List<Misconception> marginMisconceptions(double accuracy, int samples) {
        double deviation = Math.sqrt(accuracy * (1 - accuracy) / samples);
        return List.of(
                new Misconception(
                        "the factor 1.96 is missing: this is one standard deviation", DoubleTensor.scalar(deviation)),
                new Misconception(
                        "the root was not taken: this has the variance in it",
                        DoubleTensor.scalar(1.96 * deviation * deviation)),
                new Misconception(
                        "both ways were counted; the margin is half of the interval",
                        DoubleTensor.scalar(2 * 1.96 * deviation)),
                new Misconception(
                        "the deviation was divided by the samples instead of their root",
                        DoubleTensor.scalar(1.96 * Math.sqrt(accuracy * (1 - accuracy)) / samples)),
                new Misconception(
                        "it is in per cent; accuracies are in [0, 1] here", DoubleTensor.scalar(196 * deviation)));
    }

    private static void checkPossible(Bench bench, double percent, int decimals, int samples, boolean expected) {
        boolean actual = ask(bench, "isPossible", Value.of(percent), Value.of(decimals), Value.of(samples)) == 1;
        long nearest = Math.round(percent / 100 * samples);
        bench.require(
                actual == expected,
                say(
                        "%." + decimals
                                + "f %% of %d samples, printed with %d decimals, is %s: %d right ones are %.6f %%.",
                        percent,
                        samples,
                        decimals,
                        expected ? "possible" : "not possible",
                        nearest,
                        100.0 * nearest / samples));
    }

    private static void checkDiffer(Bench bench, double one, double other, int samples, boolean expected) {
        boolean actual = ask(bench, "differ", Value.of(one), Value.of(other), Value.of(samples)) == 1;
        double variance = (one * (1 - one) + other * (1 - other)) / samples;
        bench.require(
                actual == expected,
                say(
                        "%.4f and %.4f on %d samples %s: they are %.4f apart, and chance explains up to %.4f.",
                        one,
                        other,
                        samples,
                        expected ? "differ" : "do not differ",
                        Math.abs(one - other),
                        1.96 * Math.sqrt(variance)));
    }

    private static void checkVerdict(Bench bench, LossVerdict expected, int classes, float... losses) {
        String actual = bench.ask(new Probe.OfFunction(
                        "judge", List.of(Value.of(Tensor.vector(losses.clone())), Value.of(classes))))
                .text("result");
        String shown = losses.length <= 6 ? Arrays.toString(losses) : "0.7 for 26 epochs and then NaN";
        bench.require(
                actual.equals(expected.name()),
                say(
                        "the losses %s with %d classes (ln %d = %.3f) mean %s, not %s.",
                        shown, classes, classes, StrictMath.log(classes), expected, actual));
    }

    private static double ask(Bench bench, String method, Value... arguments) {
        return bench.ask(new Probe.OfFunction(method, List.of(arguments))).number("result");
    }

    private static double rounded(double percent) {
        return Math.rint(percent * 1000) / 1000;
    }

    private static String say(String sentence, Object... figures) {
        return String.format(Locale.ROOT, sentence, figures);
    }
}
