package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.OwnForward;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.OptionalDouble;

/** Task 1.6. */
@Task(id = "1.6", title = "cross-entropy", points = 12)
public class CrossEntropyChecks {

    @Check(value = "of equal logits", points = 0, rank = 1)
    void ofEqualLogits(Bench bench) {
        Tensor logits = Tensor.zeros(2, 4);
        Tensor targets = Tensor.matrix(new float[][] {{1, 0, 0, 0}, {0, 0, 1, 0}});
        double value = ask(bench, logits, targets).number("value");
        List<Misconception> misconceptions = LossMisconceptions.loss(DoubleTensor.of(logits), DoubleTensor.of(targets));
        bench.compare("loss", value, 1.3862943611, misconceptions); // ln 4
    }

    @Check(value = "loss", points = 3.5, rank = 2)
    void loss(Bench bench) {
        Tensor logits = bench.gaussians("logits", 20, 5);
        checkLoss(bench, logits, Targets.oneHot(bench, "labels", 20, 5));
    }

    @Check(value = "gradient", points = 4.5, rank = 3)
    void gradient(Bench bench) {
        Tensor logits = bench.gaussians("logits", 20, 5);
        checkGradient(bench, logits, Targets.oneHot(bench, "labels", 20, 5));
    }

    @Check(value = "of soft targets", points = 1, rank = 4)
    void ofSoftTargets(Bench bench) {
        Tensor logits = bench.gaussians("soft logits", 6, 4);
        check(bench, logits, Targets.soft(bench, "soft targets", 6, 4));
    }

    @Check(value = "of odd shapes", points = 1, rank = 5)
    void ofOddShapes(Bench bench) {
        check(bench, bench.gaussians("one sample", 1, 10), Targets.oneHot(bench, "one label", 1, 10));
        check(bench, bench.gaussians("two classes", 13, 2), Targets.oneHot(bench, "two labels", 13, 2));
        check(bench, bench.gaussians("one class", 3, 1), Targets.oneHot(bench, "one class's labels", 3, 1));
    }

    @Check(value = "of logits 200 apart", points = 1.5, rank = 6)
    void ofLogitsFarApart(Bench bench) {
        Tensor logits = Tensor.matrix(new float[][] {{200, 0, 0}, {0, -200, -100}, {-100, 100, 0}});
        check(bench, logits, Tensor.matrix(new float[][] {{0, 1, 0}, {0, 1, 0}, {1, 0, 0}}));
    }

    @Check(value = "only reads its arguments", points = 0.5, rank = 7)
    void onlyReadsItsArguments(Bench bench) {
        Tensor logits = bench.gaussians("read only", 4, 3);
        Tensor targets = Targets.soft(bench, "read only targets", 4, 3);
        Answer answer = ask(bench, logits, targets);
        bench.unchanged("logits", bench.tensor(answer, "logits"), logits);
        bench.unchanged("targets", bench.tensor(answer, "targets"), targets);
    }

    private static void check(Bench bench, Tensor logits, Tensor targets) {
        checkLoss(bench, logits, targets);
        checkGradient(bench, logits, targets);
    }

    private static void checkLoss(Bench bench, Tensor logits, Tensor targets) {
        DoubleTensor z = DoubleTensor.of(logits);
        DoubleTensor t = DoubleTensor.of(targets);
        double actual = ask(bench, logits, targets).number("value");
        double expected = SoftmaxOracle.crossEntropy(z, t);
        OwnSoftmax.firstMend(
                bench,
                logits,
                p -> LossMisconceptions.lossOf(p, t),
                DoubleTensor.scalar(actual),
                DoubleTensor.scalar(expected));
        bench.compare("loss", actual, expected, LossMisconceptions.loss(z, t));
    }

    private static void checkGradient(Bench bench, Tensor logits, Tensor targets) {
        DoubleTensor z = DoubleTensor.of(logits);
        DoubleTensor t = DoubleTensor.of(targets);
        DoubleTensor actual = bench.tensor(ask(bench, logits, targets), "gradient");
        DoubleTensor expected = SoftmaxOracle.crossEntropyGradient(z, t);
        OwnSoftmax.firstMend(bench, logits, p -> LossMisconceptions.gradientOf(p, t), actual, expected);
        OwnForward forward = new OwnForward("logits", logits, changed -> {
            Answer answer = bench.askQuietly(probe(changed, targets));
            return answer.failure().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(answer.number("value"));
        });
        bench.compareGradient("gradient", actual, expected, LossMisconceptions.gradient(z, t), forward);
    }

    private static Answer ask(Bench bench, Tensor logits, Tensor targets) {
        return bench.ask(probe(logits, targets));
    }

    private static Probe probe(Tensor logits, Tensor targets) {
        return new Probe.OfLoss("crossEntropy", List.of(), logits, targets);
    }
}
