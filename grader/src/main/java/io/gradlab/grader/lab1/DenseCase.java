package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.OwnForward;
import io.gradlab.grader.oracle.DenseOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.Function;

/** One dense layer with random numbers, asked for a forward pass or for both, and compared with the oracle. */
final class DenseCase {
    private final Bench bench;
    private final Tensor weight;
    private final Tensor bias;
    private final Tensor input;
    private final Tensor outputGradient;

    DenseCase(Bench bench, String purpose, int samples, int inputs, int outputs) {
        this.bench = bench;
        this.weight = bench.gaussians(purpose + " weight", outputs, inputs);
        this.bias = bench.gaussians(purpose + " bias", outputs);
        this.input = bench.gaussians(purpose + " input", samples, inputs);
        this.outputGradient = bench.gaussians(purpose + " output gradient", samples, outputs);
    }

    void checkForward() {
        Answer answer = DenseChecks.run(bench, weight, bias, new Step.Evaluate(input));
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor w = DoubleTensor.of(weight);
        DoubleTensor b = DoubleTensor.of(bias);
        bench.compare(
                "output",
                bench.tensor(answer, "output.0"),
                DenseOracle.forward(x, w, b),
                DenseMisconceptions.forward(x, w, b));
    }

    void checkWeightGradient() {
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor dy = DoubleTensor.of(outputGradient);
        bench.compareGradient(
                "weight gradient",
                bench.tensor(both(), "weight.gradient.1"),
                DenseOracle.weightGradient(x, dy),
                DenseMisconceptions.weightGradient(x, dy),
                forward("weight", weight, w -> probe(w, bias, input)));
    }

    void checkBiasGradient() {
        DoubleTensor dy = DoubleTensor.of(outputGradient);
        bench.compareGradient(
                "bias gradient",
                bench.tensor(both(), "bias.gradient.1"),
                DenseOracle.biasGradient(dy),
                DenseMisconceptions.biasGradient(dy),
                forward("bias", bias, b -> probe(weight, b, input)));
    }

    void checkInputGradient() {
        DoubleTensor w = DoubleTensor.of(weight);
        DoubleTensor dy = DoubleTensor.of(outputGradient);
        bench.compareGradient(
                "input gradient",
                bench.tensor(both(), "inputGradient.1"),
                DenseOracle.inputGradient(w, dy),
                DenseMisconceptions.inputGradient(w, dy),
                forward("input", input, x -> probe(weight, bias, x)));
    }

    private OwnForward forward(String argument, Tensor at, Function<Tensor, Probe> probe) {
        return OwnForward.ofLayer(bench, argument, at, outputGradient, probe);
    }

    private static Probe probe(Tensor weight, Tensor bias, Tensor input) {
        return DenseChecks.probe(weight, bias, new Step.Train(input, 1, 0));
    }

    private Answer both() {
        return DenseChecks.run(bench, weight, bias, new Step.Train(input, 1, 0), new Step.Backward(outputGradient));
    }
}
