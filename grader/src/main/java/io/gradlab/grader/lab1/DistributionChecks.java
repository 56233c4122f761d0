package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DistributionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 1.4. */
@Task(id = "1.4", title = "distributions", points = 10)
public class DistributionChecks {
    private static final int[] SIZES = {5, 2, 17};

    @Check(value = "of halves and quarters", points = 0, rank = 1)
    void ofHalvesAndQuarters(Bench bench) {
        Tensor p = Tensor.vector(0.5f, 0.25f, 0.125f, 0.125f);
        Tensor even = Tensor.vector(0.25f, 0.25f, 0.25f, 0.25f);
        DoubleTensor truth = DoubleTensor.of(p);
        DoubleTensor guess = DoubleTensor.of(even);
        double entropy = entropy(bench, p); // 7/4 ln 2
        bench.compare("entropy", entropy, 1.2130075660, DistributionMisconceptions.entropy(truth));
        double cross = of(bench, "crossEntropy", p, even); // 2 ln 2
        bench.compare("cross-entropy", cross, 1.3862943611, DistributionMisconceptions.crossEntropy(truth, guess));
        double divergence = of(bench, "divergence", p, even); // 1/4 ln 2
        bench.compare("divergence", divergence, 0.1732867951, DistributionMisconceptions.divergence(truth, guess));
    }

    @Check(value = "entropy", points = 2, rank = 2)
    void entropy(Bench bench) {
        for (int size : SIZES) {
            checkEntropy(bench, random(bench, "p", size));
        }
    }

    @Check(value = "cross-entropy", points = 2.5, rank = 3)
    void crossEntropy(Bench bench) {
        for (int size : SIZES) {
            checkCrossEntropy(bench, random(bench, "p", size), random(bench, "q", size));
        }
    }

    @Check(value = "divergence", points = 2.5, rank = 4)
    void divergence(Bench bench) {
        for (int size : SIZES) {
            checkDivergence(bench, random(bench, "p", size), random(bench, "q", size));
        }
        Tensor p = random(bench, "p", 6);
        checkDivergence(bench, p, p);
    }

    @Check(value = "where probabilities are 0", points = 1.5, rank = 5)
    void whereProbabilitiesAreZero(Bench bench) {
        Tensor certain = Tensor.vector(0, 1, 0);
        Tensor half = Tensor.vector(0.5f, 0, 0.5f, 0);
        Tensor wider = Tensor.vector(0.25f, 0, 0.25f, 0.5f);
        checkEntropy(bench, certain);
        checkEntropy(bench, half);
        checkCrossEntropy(bench, certain, random(bench, "zeros", 3));
        checkCrossEntropy(bench, half, wider);
        checkDivergence(bench, half, wider);
        for (String method : List.of("crossEntropy", "divergence")) {
            double value = of(bench, method, wider, half);
            bench.require(
                    value == Double.POSITIVE_INFINITY,
                    "the " + (method.equals("divergence") ? method : "cross-entropy") + " is " + value
                            + " where q_k is 0 and p_k is not, expected infinite: what happens was held impossible.");
        }
    }

    @Check(value = "of labels", points = 1, rank = 6)
    void ofLabels(Bench bench) {
        checkLabel(bench, 2, 5, 0.2);
        checkLabel(bench, 0, 10, 0.1);
        checkLabel(bench, 3, 4, 0);
        checkLabel(bench, 1, 2, 1);
        checkLabel(bench, 0, 1, 0.3);
    }

    @Check(value = "only reads its arguments", points = 0.5, rank = 7)
    void onlyReadsItsArguments(Bench bench) {
        Tensor p = random(bench, "read only", 4);
        Tensor q = random(bench, "read only too", 4);
        for (String method : List.of("crossEntropy", "divergence")) {
            Answer answer = bench.ask(new Probe.OfFunction(method, List.of(Value.of(p), Value.of(q))));
            bench.unchanged("p", bench.tensor(answer, "argument.0"), p);
            bench.unchanged("q", bench.tensor(answer, "argument.1"), q);
        }
    }

    private static void checkEntropy(Bench bench, Tensor p) {
        DoubleTensor truth = DoubleTensor.of(p);
        double expected = DistributionOracle.entropy(truth);
        bench.compare("entropy", entropy(bench, p), expected, DistributionMisconceptions.entropy(truth));
    }

    private static void checkCrossEntropy(Bench bench, Tensor p, Tensor q) {
        DoubleTensor truth = DoubleTensor.of(p);
        DoubleTensor guess = DoubleTensor.of(q);
        double expected = DistributionOracle.crossEntropy(truth, guess);
        double actual = of(bench, "crossEntropy", p, q);
        bench.compare("cross-entropy", actual, expected, DistributionMisconceptions.crossEntropy(truth, guess));
    }

    private static void checkDivergence(Bench bench, Tensor p, Tensor q) {
        DoubleTensor truth = DoubleTensor.of(p);
        DoubleTensor guess = DoubleTensor.of(q);
        double expected = DistributionOracle.divergence(truth, guess);
        double actual = of(bench, "divergence", p, q);
        bench.compare("divergence", actual, expected, DistributionMisconceptions.divergence(truth, guess));
    }

    private static void checkLabel(Bench bench, int label, int classes, double smoothing) {
        Answer answer = bench.ask(new Probe.OfFunction(
                "labelDistribution", List.of(Value.of(label), Value.of(classes), Value.of(smoothing))));
        bench.compare(
                "label " + label + " of " + classes + " classes with smoothing " + smoothing + ": its distribution",
                bench.tensor(answer, "result"),
                DistributionOracle.ofLabel(label, classes, smoothing),
                DistributionMisconceptions.ofLabel(label, classes, smoothing));
    }

    private static double entropy(Bench bench, Tensor p) {
        return bench.ask(new Probe.OfFunction("entropy", List.of(Value.of(p)))).number("result");
    }

    private static double of(Bench bench, String method, Tensor p, Tensor q) {
        return bench.ask(new Probe.OfFunction(method, List.of(Value.of(p), Value.of(q))))
                .number("result");
    }

    private static Tensor random(Bench bench, String purpose, int size) {
        DoubleTensor shares = SoftmaxOracle.softmax(DoubleTensor.of(bench.gaussians(purpose + size, 1, size)));
        Tensor p = Tensor.zeros(Shape.of(size));
        for (int k = 0; k < size; k++) {
            p.data()[k] = (float) shares.data()[k];
        }
        return p;
    }
}
