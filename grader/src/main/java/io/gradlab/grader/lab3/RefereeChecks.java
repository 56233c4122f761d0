package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.check.Verdicts;
import io.gradlab.nn.tensor.Tensor;
import java.util.Map;

/** Task 3.10. Verdicts are checked as numbers: 1 is yes, 0 is no. */
@Task(id = "3.10", title = "refereeing", points = 4)
public class RefereeChecks {
    /** Report F's accuracies of its ten classes, in per mille of 1,000 images each. */
    private static final int[] PRINTED = {915, 982, 902, 956, 877, 993, 705, 947, 989, 969};

    @Check(value = "right answers behind a percentage", points = 1.5, rank = 1)
    void hits(Bench bench) {
        Verdicts verdicts = new Verdicts();
        addHits(bench, verdicts, 91.64, 10_000, 9164);
        addHits(bench, verdicts, 33.33, 3, 1);
        addHits(bench, verdicts, 66.67, 3, 2);
        addHits(bench, verdicts, 50.10, 3, -1);
        addHits(bench, verdicts, 14.29, 7, 1);
        addHits(bench, verdicts, 12.34, 100, -1);
        addHits(bench, verdicts, 0, 50, 0);
        addHits(bench, verdicts, 100, 50, 50);
        addHits(bench, verdicts, 50, 100_000, 49_995); // the smallest of several
        verdicts.judge(bench);
    }

    @Check(value = "a claim against its own matrix", points = 1.5, rank = 2)
    void disagreement(Bench bench) {
        Verdicts verdicts = new Verdicts();
        addDisagreement(bench, verdicts, 91.64, 71, PRINTED); // report F
        addDisagreement(bench, verdicts, 92.35, 0, PRINTED);
        addDisagreement(bench, verdicts, 93, -65, PRINTED);
        addDisagreement(bench, verdicts, 50, 500, 1000, 500);
        verdicts.judge(bench);
    }

    @Check(value = "chance between two test sets", points = 1, rank = 3)
    void chance(Bench bench) {
        Verdicts verdicts = new Verdicts();
        addChance(bench, verdicts, 0.9164, 0.9235, 10_000); // 0.0071, and chance explains 0.0075
        addChance(bench, verdicts, 0.9164, 0.9264, 10_000);
        addChance(bench, verdicts, 0.9264, 0.9164, 10_000);
        addChance(bench, verdicts, 0.9164, 0.9235, 12_000);
        addChance(bench, verdicts, 0.5, 0.55, 1000);
        addChance(bench, verdicts, 0.5, 0.54, 1000);
        addChance(bench, verdicts, 0.99, 0.95, 150);
        addChance(bench, verdicts, 0.5, 0.52, 100);
        addChance(bench, verdicts, 0.80, 0.80, 10);
        addChance(bench, verdicts, 1, 1, 10);
        addChance(bench, verdicts, 0.5, 0.5095, 10_000);
        verdicts.judge(bench);
    }

    private static void addHits(Bench bench, Verdicts verdicts, double percent, int samples, int right) {
        double actual = Calls.number(bench, "hits", Value.of(percent), Value.of(samples));
        verdicts.add(
                "the number of right answers that give " + percent + " % of " + samples,
                actual,
                right,
                Map.of(
                        "every percentage was taken for possible; of few samples most are not",
                        (double) Math.round(percent * samples / 100),
                        "percentages were cut off after two decimals, not rounded",
                        cutOff(percent, samples)));
    }

    private static double cutOff(double percent, int samples) {
        for (int hits = 0; hits <= samples; hits++) {
            if (Math.rint(100 * percent) == Math.floor(10_000.0 * hits / samples)) {
                return hits;
            }
        }
        return -1;
    }

    private static void addDisagreement(Bench bench, Verdicts verdicts, double percent, int right, int... diagonal) {
        int classes = diagonal.length;
        Tensor counts = Tensor.zeros(classes, classes);
        for (int k = 0; k < classes; k++) {
            counts.data()[k * classes + k] = diagonal[k];
            counts.data()[k * classes + (k + 1) % classes] = 1000 - diagonal[k];
        }
        double actual = Calls.number(bench, "disagreement", Value.of(percent), Value.of(counts));
        verdicts.add(
                "the right answers of a matrix beyond a claim of " + percent + " %",
                actual,
                right,
                Map.of("the difference was taken the other way round", (double) -right));
    }

    private static void addChance(Bench bench, Verdicts verdicts, double one, double other, int samples) {
        double actual = Calls.number(bench, "mayBeChance", Value.of(one), Value.of(other), Value.of(samples));
        double first = one * (1 - one) / samples;
        double second = other * (1 - other) / samples;
        double apart = Math.abs(one - other);
        verdicts.add(
                "the verdict (1 is yes) on " + one + " and " + other + " of " + samples + " images each",
                actual,
                apart <= 1.96 * Math.sqrt(first + second) ? 1 : 0,
                Map.of(
                        "only the first accuracy scatters; the other does as well",
                        apart <= 1.96 * Math.sqrt(first) ? 1.0 : 0.0,
                        "the 1.96 is missing",
                        apart <= Math.sqrt(first + second) ? 1.0 : 0.0,
                        "the deviations were added, not their squares",
                        apart <= 1.96 * (Math.sqrt(first) + Math.sqrt(second)) ? 1.0 : 0.0,
                        "the root was not taken",
                        apart <= 1.96 * (first + second) ? 1.0 : 0.0));
    }
}
