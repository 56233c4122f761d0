package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DenseOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 1.8. Square weights come first: with them, a transposed weight gives wrong numbers instead of an exception. */
@Task(id = "1.8", title = "dense layer", points = 15)
public class DenseChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor weight = Tensor.matrix(new float[][] {{1, 2, 3}, {4, 5, 6}});
        Tensor input = Tensor.matrix(new float[][] {{1, 0, -1}, {2, 1, 0}});
        Tensor bias = Tensor.vector(10, 20);
        Answer answer = run(bench, weight, bias, new Step.Evaluate(input));
        DoubleTensor expected = new DoubleTensor(Shape.of(2, 2), new double[] {8, 18, 14, 33});
        List<Misconception> misconceptions =
                DenseMisconceptions.forward(DoubleTensor.of(input), DoubleTensor.of(weight), DoubleTensor.of(bias));
        bench.compare("output", bench.tensor(answer, "output.0"), expected, misconceptions);
    }

    @Check(value = "forward", points = 3.5, rank = 2)
    void forward(Bench bench) {
        new DenseCase(bench, "square", 6, 5, 5).checkForward();
        new DenseCase(bench, "wide", 4, 7, 3).checkForward();
    }

    @Check(value = "weight gradient", points = 3.5, rank = 3)
    void weightGradient(Bench bench) {
        new DenseCase(bench, "square", 6, 5, 5).checkWeightGradient();
        new DenseCase(bench, "wide", 4, 7, 3).checkWeightGradient();
    }

    @Check(value = "bias gradient", points = 2, rank = 4)
    void biasGradient(Bench bench) {
        new DenseCase(bench, "wide", 4, 7, 3).checkBiasGradient();
    }

    @Check(value = "input gradient", points = 3, rank = 5)
    void inputGradient(Bench bench) {
        new DenseCase(bench, "square", 6, 5, 5).checkInputGradient();
        new DenseCase(bench, "wide", 4, 7, 3).checkInputGradient();
    }

    @Check(value = "of odd shapes", points = 1.5, rank = 6)
    void ofOddShapes(Bench bench) {
        for (int[] shape : new int[][] {{1, 4, 3}, {5, 1, 3}, {5, 3, 1}, {1, 1, 1}, {19, 33, 17}}) {
            DenseCase odd = new DenseCase(bench, "odd", shape[0], shape[1], shape[2]);
            odd.checkForward();
            odd.checkWeightGradient();
            odd.checkBiasGradient();
            odd.checkInputGradient();
        }
    }

    @Check(value = "in two passes of different batches", points = 0.75, rank = 7)
    void inTwoPasses(Bench bench) {
        Tensor first = bench.gaussians("first", 5, 3);
        Tensor second = bench.gaussians("second", 2, 3);
        Tensor firstGradient = bench.gaussians("first gradient", 5, 4);
        Tensor secondGradient = bench.gaussians("second gradient", 2, 4);
        Tensor weight = bench.gaussians("weight", 4, 3);
        Answer answer = run(
                bench,
                weight,
                bench.gaussians("bias", 4),
                new Step.Train(first, 1, 0),
                new Step.Backward(firstGradient),
                new Step.Train(second, 1, 1),
                new Step.Backward(secondGradient));
        DoubleTensor dy = DoubleTensor.of(secondGradient);
        DoubleTensor expected = DenseOracle.weightGradient(DoubleTensor.of(second), dy);
        DoubleTensor before = DenseOracle.weightGradient(DoubleTensor.of(first), DoubleTensor.of(firstGradient));
        DoubleTensor inputGradient = DenseOracle.inputGradient(DoubleTensor.of(weight), dy);
        bench.compare(
                "weight gradient",
                bench.tensor(answer, "weight.gradient.3"),
                expected,
                DenseMisconceptions.secondPass(expected, before));
        bench.compare(
                "bias gradient",
                bench.tensor(answer, "bias.gradient.3"),
                DenseOracle.biasGradient(dy),
                DenseMisconceptions.secondPass(
                        DenseOracle.biasGradient(dy), DenseOracle.biasGradient(DoubleTensor.of(firstGradient))));
        bench.compare("input gradient", bench.tensor(answer, "inputGradient.3"), inputGradient, List.of());
    }

    @Check(value = "only reads its arguments", points = 0.75, rank = 8)
    void onlyReadsItsArguments(Bench bench) {
        Tensor input = bench.gaussians("read only", 4, 3);
        Tensor gradient = bench.gaussians("read only gradient", 4, 2);
        Tensor weight = bench.gaussians("read only weight", 2, 3);
        Tensor bias = bench.gaussians("read only bias", 2);
        Answer answer = run(bench, weight, bias, new Step.Train(input, 1, 0), new Step.Backward(gradient));
        bench.unchanged("input", bench.tensor(answer, "input.0"), input);
        bench.unchanged("outputGradient", bench.tensor(answer, "input.1"), gradient);
        bench.unchanged("weight", bench.tensor(answer, "weight"), weight);
        bench.unchanged("bias", bench.tensor(answer, "bias"), bias);
    }

    static Answer run(Bench bench, Tensor weight, Tensor bias, Step... script) {
        return bench.ask(probe(weight, bias, script));
    }

    static Probe probe(Tensor weight, Tensor bias, Step... script) {
        return new Probe.OfLayer("dense", List.of(Value.of(weight), Value.of(bias)), List.of(script));
    }
}
