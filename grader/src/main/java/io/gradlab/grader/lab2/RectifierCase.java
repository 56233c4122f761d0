package io.gradlab.grader.lab2;

import static io.gradlab.grader.oracle.RectifierOracle.ALPHA;
import static io.gradlab.grader.oracle.RectifierOracle.LAMBDA;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.RectifierOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A leaky ReLU or a SELU.
 *
 * @param slope of the leaky ReLU; none is SELU
 */
record RectifierCase(Bench bench, OptionalDouble slope) {

    static RectifierCase leaky(Bench bench, double slope) {
        return new RectifierCase(bench, OptionalDouble.of(slope));
    }

    static RectifierCase selu(Bench bench) {
        return new RectifierCase(bench, OptionalDouble.empty());
    }

    LayerCase layer() {
        return slope.isPresent()
                ? new LayerCase(bench, "leakyRelu", List.of(Value.of(slope.getAsDouble())))
                : new LayerCase(bench, "selu", List.of());
    }

    void checkForward(Tensor input) {
        DoubleTensor x = DoubleTensor.of(input);
        bench.compare(
                "output",
                bench.tensor(layer().ask(LayerCase.training(input)), "output.0"),
                x.map(this::value),
                slope.isPresent() ? leakyForward(x, slope.getAsDouble()) : seluForward(x));
    }

    void checkGradient(Tensor input, Tensor outputGradient) {
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor dy = DoubleTensor.of(outputGradient);
        bench.compareGradient(
                "input gradient",
                bench.tensor(layer().both(input, outputGradient), "inputGradient.1"),
                dy.with(x, (d, v) -> d * derivative(v)),
                slope.isPresent() ? leakyBackward(x, dy, slope.getAsDouble()) : seluBackward(x, dy),
                layer().ofInput(input, outputGradient));
    }

    private double value(double x) {
        return slope.isPresent()
                ? RectifierOracle.leaky(slope.getAsDouble(), x)
                : RectifierOracle.selu(ALPHA, LAMBDA, x);
    }

    private double derivative(double x) {
        return slope.isPresent()
                ? RectifierOracle.leakyDerivative(slope.getAsDouble(), x)
                : RectifierOracle.seluDerivative(ALPHA, LAMBDA, x);
    }

    private static List<Misconception> leakyForward(DoubleTensor x, double slope) {
        return List.of(
                new Misconception(
                        "the negative side is 0: this is the plain ReLU, without the leak", x.map(v -> Math.max(0, v))),
                new Misconception("the slope was taken on the positive side", x.map(v -> v > 0 ? slope * v : v)),
                new Misconception(
                        "the leak has the wrong sign: negative numbers became positive",
                        x.map(v -> v > 0 ? v : -slope * v)));
    }

    private static List<Misconception> leakyBackward(DoubleTensor x, DoubleTensor dy, double slope) {
        return List.of(
                new Misconception(
                        "nothing passes where the input is negative, as in the plain ReLU; the slope's share does",
                        dy.with(x, (d, v) -> v > 0 ? d : 0)),
                new Misconception("the gradient passes unchanged", dy),
                new Misconception(
                        "the sign of the output gradient was asked; the input's decides",
                        dy.map(d -> d > 0 ? d : slope * d)));
    }

    private static List<Misconception> seluForward(DoubleTensor x) {
        return List.of(
                new Misconception("λ was forgotten", x.map(v -> RectifierOracle.selu(ALPHA, 1, v))),
                new Misconception("α was forgotten", x.map(v -> RectifierOracle.selu(1, LAMBDA, v))),
                new Misconception("α and λ were exchanged", x.map(v -> RectifierOracle.selu(LAMBDA, ALPHA, v))),
                new Misconception(
                        "λ was forgotten on the positive side",
                        x.map(v -> v > 0 ? v : RectifierOracle.selu(ALPHA, LAMBDA, v))),
                new Misconception(
                        "the - 1 is missing: e^x - 1 is 0 at 0",
                        x.map(v -> v > 0 ? LAMBDA * v : LAMBDA * ALPHA * StrictMath.exp(v))));
    }

    private static List<Misconception> seluBackward(DoubleTensor x, DoubleTensor dy) {
        return List.of(
                new Misconception(
                        "λ was forgotten", dy.with(x, (d, v) -> d * RectifierOracle.seluDerivative(ALPHA, 1, v))),
                new Misconception(
                        "α was forgotten", dy.with(x, (d, v) -> d * RectifierOracle.seluDerivative(1, LAMBDA, v))),
                new Misconception(
                        "e^y was taken instead of e^x: the derivative is in terms of the input",
                        dy.with(
                                x,
                                (d, v) -> d
                                        * RectifierOracle.seluDerivative(
                                                ALPHA, LAMBDA, RectifierOracle.selu(ALPHA, LAMBDA, v)))),
                new Misconception(
                        "the output was taken for the derivative; e^x has no - 1",
                        dy.with(x, (d, v) -> d * (v > 0 ? LAMBDA : RectifierOracle.selu(ALPHA, LAMBDA, v)))),
                new Misconception("the gradient passes unchanged", dy));
    }
}
