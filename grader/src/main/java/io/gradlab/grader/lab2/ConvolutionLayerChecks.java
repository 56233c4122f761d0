package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.4. Its forward pass is given, and earns nothing. */
@Task(id = "2.4", title = "conv layer", points = 12)
public class ConvolutionLayerChecks {
    private static final int[] SQUARE = {3, 3, 6, 6, 4, 3, 3, 1, 0};
    private static final int[] STRIDED = {2, 2, 8, 7, 3, 3, 2, 2, 1};

    @Check(value = "forward", points = 0, rank = 1)
    void forward(Bench bench) {
        ConvolutionCase one = ConvolutionCase.random(bench, "strided", STRIDED);
        Answer answer = one.layer(bench).ask(new Step.Evaluate(one.input()));
        bench.compare("output", bench.tensor(answer, "output.0"), one.output(), ConvolutionMisconceptions.forward(one));
    }

    @Check(value = "bias gradient", points = 2, rank = 2)
    void biasGradient(Bench bench) {
        checkBias(bench, ConvolutionCase.random(bench, "square", SQUARE));
    }

    @Check(value = "weight gradient", points = 4, rank = 3)
    void weightGradient(Bench bench) {
        checkWeight(bench, ConvolutionCase.random(bench, "square", SQUARE));
        checkWeight(bench, ConvolutionCase.random(bench, "strided", STRIDED));
    }

    @Check(value = "input gradient", points = 4, rank = 4)
    void inputGradient(Bench bench) {
        checkInput(bench, ConvolutionCase.random(bench, "square", SQUARE));
        checkInput(bench, ConvolutionCase.random(bench, "strided", STRIDED));
    }

    @Check(value = "of odd shapes", points = 1, rank = 5)
    void ofOddShapes(Bench bench) {
        for (ConvolutionCase odd : ConvolutionCase.odd(bench)) {
            checkBias(bench, odd);
            checkWeight(bench, odd);
            checkInput(bench, odd);
        }
    }

    @Check(value = "in two passes of different batches", points = 0.75, rank = 6)
    void inTwoPasses(Bench bench) {
        ConvolutionCase first = ConvolutionCase.random(bench, "first", SQUARE);
        Tensor input = bench.gaussians("second", 2, 3, 6, 6);
        ConvolutionCase second = new ConvolutionCase(input, first.weight(), first.bias(), 1, 0);
        Tensor before = first.outputGradient(bench);
        Tensor after = second.outputGradient(bench);
        Answer answer = first.layer(bench)
                .ask(
                        LayerCase.training(first.input()),
                        new Step.Backward(before),
                        LayerCase.training(input),
                        new Step.Backward(after));
        bench.compare(
                "weight gradient",
                bench.tensor(answer, "weight.gradient.3"),
                weight(second, after),
                addedUp(weight(second, after), weight(first, before)));
        DoubleTensor bias = ConvolutionOracle.biasGradient(DoubleTensor.of(after));
        bench.compare(
                "bias gradient",
                bench.tensor(answer, "bias.gradient.3"),
                bias,
                addedUp(bias, ConvolutionOracle.biasGradient(DoubleTensor.of(before))));
        bench.compare("input gradient", bench.tensor(answer, "inputGradient.3"), input(second, after), List.of());
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 7)
    void onlyReadsItsArguments(Bench bench) {
        ConvolutionCase one = ConvolutionCase.random(bench, "read only", SQUARE);
        one.layer(bench).onlyReads(one.input(), one.outputGradient(bench));
        Answer answer = one.layer(bench).both(one.input(), one.outputGradient(bench));
        bench.unchanged("weight", bench.tensor(answer, "weight"), one.weight());
        bench.unchanged("bias", bench.tensor(answer, "bias"), one.bias());
    }

    private static void checkBias(Bench bench, ConvolutionCase one) {
        Tensor dy = one.outputGradient(bench);
        bench.compareGradient(
                "bias gradient",
                bench.tensor(one.layer(bench).both(one.input(), dy), "bias.gradient.1"),
                ConvolutionOracle.biasGradient(DoubleTensor.of(dy)),
                ConvolutionMisconceptions.biasGradient(DoubleTensor.of(dy)),
                one.layer(bench).ofArgument("bias", 1, one.bias(), one.input(), dy));
    }

    private static void checkWeight(Bench bench, ConvolutionCase one) {
        Tensor dy = one.outputGradient(bench);
        bench.compareGradient(
                "weight gradient",
                bench.tensor(one.layer(bench).both(one.input(), dy), "weight.gradient.1"),
                weight(one, dy),
                ConvolutionMisconceptions.weightGradient(one, DoubleTensor.of(dy)),
                one.layer(bench).ofArgument("weight", 0, one.weight(), one.input(), dy));
    }

    private static void checkInput(Bench bench, ConvolutionCase one) {
        Tensor dy = one.outputGradient(bench);
        bench.compareGradient(
                "input gradient",
                bench.tensor(one.layer(bench).both(one.input(), dy), "inputGradient.1"),
                input(one, dy),
                ConvolutionMisconceptions.inputGradient(one, DoubleTensor.of(dy)),
                one.layer(bench).ofInput(one.input(), dy));
    }

    private static DoubleTensor weight(ConvolutionCase one, Tensor dy) {
        return one.oracle()
                .weightGradient(DoubleTensor.of(one.input()), one.weight().shape(), DoubleTensor.of(dy));
    }

    private static DoubleTensor input(ConvolutionCase one, Tensor dy) {
        return one.oracle().inputGradient(one.input().shape(), DoubleTensor.of(one.weight()), DoubleTensor.of(dy));
    }

    private static List<Misconception> addedUp(DoubleTensor gradient, DoubleTensor before) {
        return List.of(
                new Misconception(
                        "it was added to that of the pass before; overwrite it", gradient.with(before, Double::sum)),
                new Misconception("it is still that of the pass before", before));
    }
}
