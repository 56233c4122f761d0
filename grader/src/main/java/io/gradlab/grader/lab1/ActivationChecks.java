package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.OwnForward;
import io.gradlab.grader.oracle.ActivationOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** The ladder that all activations share. */
abstract class ActivationChecks {
    private static final float[] RAMP = {-2, -1, 0, 1, 2};

    private final ActivationKind kind;
    private final double[] onRamp; // f(-2), f(-1), f(0), f(1), f(2), from tables

    ActivationChecks(ActivationKind kind, double... onRamp) {
        this.kind = kind;
        this.onRamp = onRamp;
    }

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor input = Tensor.of(Shape.of(1, RAMP.length), RAMP.clone());
        DoubleTensor output = bench.tensor(run(bench, new Step.Evaluate(input)), "output.0");
        bench.compare(
                "output",
                output,
                new DoubleTensor(input.shape(), onRamp),
                ActivationMisconceptions.forward(kind, input));
    }

    @Check(value = "forward", points = 2, rank = 2)
    void forward(Bench bench) {
        Tensor input = bench.gaussians("forward", 8, 6);
        checkForward(bench, "output", input, bench.tensor(run(bench, new Step.Evaluate(input)), "output.0"));
    }

    @Check(value = "input gradient", points = 2, rank = 3)
    void inputGradient(Bench bench) {
        Tensor input = bench.gaussians("input", 8, 6);
        Tensor gradient = bench.gaussians("gradient", 8, 6);
        Answer answer = run(bench, training(input), new Step.Backward(gradient));
        checkBackward(bench, "input gradient", input, gradient, bench.tensor(answer, "inputGradient.1"));
    }

    @Check(value = "for batches of other shapes", points = 0.5, rank = 4)
    void otherShapes(Bench bench) {
        Tensor images = bench.gaussians("images", 3, 2, 5, 7);
        Tensor single = bench.gaussians("single", 1, 1);
        Tensor gradient = bench.gaussians("gradient of single", 1, 1);
        Answer answer = run(bench, training(images), training(single), new Step.Backward(gradient));
        checkForward(bench, "output", images, bench.tensor(answer, "output.0"));
        checkForward(bench, "output", single, bench.tensor(answer, "output.1"));
        checkBackward(bench, "input gradient", single, gradient, bench.tensor(answer, "inputGradient.2"));
    }

    @Check(value = "at ±1000", points = 0.25, rank = 5)
    void largeInputs(Bench bench) {
        Tensor input = Tensor.matrix(new float[][] {{1000, -1000}, {800, -800}});
        Tensor gradient = bench.gaussians("gradient at large inputs", 2, 2);
        Answer answer = run(bench, training(input), new Step.Backward(gradient));
        checkForward(bench, "output", input, bench.tensor(answer, "output.0"));
        checkBackward(bench, "input gradient", input, gradient, bench.tensor(answer, "inputGradient.1"));
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        Tensor input = bench.gaussians("read only", 4, 3);
        Tensor gradient = bench.gaussians("read only gradient", 4, 3);
        Answer answer = run(bench, training(input), new Step.Backward(gradient));
        bench.unchanged("input", bench.tensor(answer, "input.0"), input);
        bench.unchanged("outputGradient", bench.tensor(answer, "input.1"), gradient);
    }

    private void checkForward(Bench bench, String name, Tensor input, DoubleTensor output) {
        DoubleTensor expected = ActivationOracle.forward(kind, DoubleTensor.of(input));
        bench.compare(name, output, expected, ActivationMisconceptions.forward(kind, input));
    }

    private void checkBackward(Bench bench, String name, Tensor input, Tensor gradient, DoubleTensor actual) {
        DoubleTensor expected = ActivationOracle.backward(kind, DoubleTensor.of(input), DoubleTensor.of(gradient));
        bench.compareGradient(
                name,
                actual,
                expected,
                ActivationMisconceptions.backward(kind, input, gradient),
                OwnForward.ofLayer(bench, "input", input, gradient, x -> probe(training(x))));
    }

    private Answer run(Bench bench, Step... script) {
        return bench.ask(probe(script));
    }

    private Probe probe(Step... script) {
        return new Probe.OfLayer("activation", List.of(Value.of(kind)), List.of(script));
    }

    private static Step training(Tensor input) {
        return new Step.Train(input, 1, 0);
    }
}
