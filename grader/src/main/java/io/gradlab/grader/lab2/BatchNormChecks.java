package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.NoAnswer;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.BatchNormOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.7. */
@Task(id = "2.7", title = "batch norm", points = 12)
public class BatchNormChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor input = Tensor.vector(1, 3, 5, 7).reshape(2, 1, 1, 2); // mean 4, variance 5
        BatchNormCase ramp = new BatchNormCase(bench, Tensor.vector(2), Tensor.vector(1), input);
        double scale = 2 / Math.sqrt(5.00001);
        DoubleTensor expected = DoubleTensor.of(input).map(x -> scale * (x - 4) + 1);
        bench.compare(
                "output",
                bench.tensor(ramp.layer().ask(LayerCase.training(input)), "output.0"),
                expected,
                ramp.trainingMistakes());
    }

    @Check(value = "in training", points = 2.75, rank = 2)
    void inTraining(Bench bench) {
        BatchNormCase.random(bench, "square", 4, 3, 3, 3).checkTraining();
        BatchNormCase.random(bench, "oblong", 3, 2, 2, 5).checkTraining();
        BatchNormCase.small(bench).checkTraining();
    }

    @Check(value = "running statistics", points = 1.5, rank = 3)
    void runningStatistics(Bench bench) {
        BatchNormCase one = BatchNormCase.random(bench, "running", 3, 2, 2, 2);
        checkStatistics(bench, one, one.layer().ask(LayerCase.training(one.input())), 1);
        checkStatistics(
                bench, one, one.layer().ask(LayerCase.training(one.input()), LayerCase.training(one.input())), 2);
    }

    @Check(value = "in evaluation", points = 2, rank = 4)
    void inEvaluation(Bench bench) {
        BatchNormCase one = BatchNormCase.random(bench, "evaluation", 3, 2, 2, 2);
        Tensor later = BatchNormCase.random(bench, "later", 2, 2, 3, 3).input();
        Answer answer = one.layer().ask(LayerCase.training(one.input()), new Step.Evaluate(later));
        DoubleTensor x = DoubleTensor.of(later);
        bench.compare(
                "output in evaluation",
                bench.tensor(answer, "output.1"),
                one.oracle().forward(x, mean(one, 1), variance(one, 1)),
                List.of(new Misconception(
                        "the batch's own statistics were used; in evaluation the running ones are",
                        one.oracle().forward(x, BatchNormOracle.mean(x), BatchNormOracle.variance(x)))));
    }

    @Check(value = "running statistics that stay in evaluation", points = 1, rank = 5)
    void thatStayInEvaluation(Bench bench) {
        BatchNormCase one = BatchNormCase.random(bench, "stay", 3, 2, 2, 2);
        Answer answer = one.layer()
                .ask(LayerCase.training(one.input()), new Step.Evaluate(one.input()), new Step.Evaluate(one.input()));
        bench.compare(
                "running mean",
                bench.tensor(answer, "running_mean"),
                mean(one, 1),
                List.of(moved(mean(one, 2)), moved(mean(one, 3))));
        bench.compare(
                "running variance",
                bench.tensor(answer, "running_var"),
                variance(one, 1),
                List.of(moved(variance(one, 2)), moved(variance(one, 3))));
    }

    @Check(value = "weight and bias gradient", points = 1.75, rank = 6)
    void weightAndBiasGradient(Bench bench) {
        BatchNormCase.random(bench, "square", 4, 3, 3, 3).checkParameterGradients();
    }

    @Check(value = "input gradient", points = 2, rank = 7)
    void inputGradient(Bench bench) {
        BatchNormCase.random(bench, "square", 4, 3, 3, 3).checkInputGradient();
        BatchNormCase.random(bench, "oblong", 3, 2, 2, 5).checkInputGradient();
        BatchNormCase.small(bench).checkInputGradient();
    }

    @Check(value = "of odd shapes", points = 0.5, rank = 8)
    void ofOddShapes(Bench bench) {
        for (int[] shape : new int[][] {{1, 2, 3, 4}, {5, 1, 1, 1}, {2, 17, 1, 3}}) {
            BatchNormCase odd = BatchNormCase.random(bench, "odd", shape);
            odd.checkTraining();
            odd.checkParameterGradients();
            odd.checkInputGradient();
        }
    }

    @Check(value = "of one value per channel", points = 0.25, rank = 9)
    void ofOneValuePerChannel(Bench bench) {
        BatchNormCase one = BatchNormCase.random(bench, "one value", 1, 3, 1, 1);
        Answer training = bench.askQuietly(one.layer().probe(LayerCase.training(one.input())));
        bench.require(
                training.failure().isPresent(),
                "a training pass over [1, 3, 1, 1] gives numbers, but one value has no variance (and M - 1 is 0): throw an"
                        + " IllegalArgumentException.");
        Failure failure = training.failure().orElseThrow();
        if (failure.kind() != Failure.Kind.THREW) {
            throw new NoAnswer(failure);
        }
        bench.require(
                failure.message().matches("(IllegalArgumentException|ShapeMismatch): .+"),
                "a training pass over [1, 3, 1, 1] ends with " + failure.message()
                        + "; throw an IllegalArgumentException with a line that says why.");
        DoubleTensor zero = DoubleTensor.zeros(3);
        bench.compare(
                "output in evaluation",
                bench.tensor(one.layer().ask(new Step.Evaluate(one.input())), "output.0"),
                one.oracle().forward(DoubleTensor.of(one.input()), zero, zero.map(_ -> 1)),
                List.of());
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 10)
    void onlyReadsItsArguments(Bench bench) {
        BatchNormCase one = BatchNormCase.random(bench, "read only", 2, 2, 2, 2);
        one.layer().onlyReads(one.input(), one.outputGradient());
    }

    private static void checkStatistics(Bench bench, BatchNormCase one, Answer answer, int passes) {
        String when = passes == 1 ? "" : " after pass " + passes;
        bench.compare(
                "running mean" + when,
                bench.tensor(answer, "running_mean"),
                mean(one, passes),
                List.of(
                        unmoved(mean(one, 0)),
                        exchanged(BatchNormOracle.mean(DoubleTensor.of(one.input()))
                                .times(0.9))));
        DoubleTensor batch = BatchNormOracle.variance(DoubleTensor.of(one.input()));
        bench.compare(
                "running variance" + when,
                bench.tensor(answer, "running_var"),
                variance(one, passes),
                List.of(
                        new Misconception(
                                "the running variance took the variance divided by M; it takes that by M - 1",
                                follow(batch, 1, passes)),
                        unmoved(variance(one, 0)),
                        exchanged(batch.map(v -> 0.9 * v * one.unbiased() + 0.1))));
    }

    private static DoubleTensor mean(BatchNormCase one, int passes) {
        return follow(BatchNormOracle.mean(DoubleTensor.of(one.input())), 0, passes);
    }

    private static DoubleTensor variance(BatchNormCase one, int passes) {
        return follow(BatchNormOracle.variance(DoubleTensor.of(one.input())).times(one.unbiased()), 1, passes);
    }

    /** Returns what a running number is after so many batches of the same statistic. */
    private static DoubleTensor follow(DoubleTensor statistic, double start, int passes) {
        double rest = StrictMath.pow(0.9, passes);
        return statistic.map(s -> rest * start + (1 - rest) * s);
    }

    private static Misconception moved(DoubleTensor wrong) {
        return new Misconception("the running statistics moved in evaluation; only training moves them", wrong);
    }

    private static Misconception unmoved(DoubleTensor wrong) {
        return new Misconception("it never moved; each training pass moves it by a tenth", wrong);
    }

    private static Misconception exchanged(DoubleTensor wrong) {
        return new Misconception("0.9 and 0.1 were exchanged: the new number counts a tenth", wrong);
    }
}
