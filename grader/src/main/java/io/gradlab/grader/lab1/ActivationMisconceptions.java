package io.gradlab.grader.lab1;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.ActivationOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong in activations. */
final class ActivationMisconceptions {
    private static final double OVERFLOW =
            709; // e^710 is infinite in double, e^89 in float; the checks take 800 and more

    private ActivationMisconceptions() {}

    static List<Misconception> forward(ActivationKind kind, Tensor input) {
        DoubleTensor x = DoubleTensor.of(input);
        return switch (kind) {
            case LINEAR -> List.of();
            case SIGMOID ->
                List.of(
                        new Misconception(
                                "the exponent has the wrong sign (e^x instead of e^-x)",
                                x.map(v -> ActivationOracle.value(kind, -v))),
                        new Misconception(
                                "e^x / (e^x + 1) was computed, which is infinite / infinite for large x; "
                                        + "take 1 / (1 + e^-x)",
                                x.map(v -> v > OVERFLOW ? Double.NaN : ActivationOracle.value(kind, v))));
            case TANH ->
                List.of(
                        new Misconception(
                                "this is the sigmoid; tanh x is 2 σ(2x) - 1",
                                x.map(v -> ActivationOracle.value(ActivationKind.SIGMOID, v))),
                        new Misconception(
                                "(e^x - e^-x) / (e^x + e^-x) was computed, which is infinite / infinite for large |x|; "
                                        + "take StrictMath.tanh",
                                x.map(v -> Math.abs(v) > OVERFLOW ? Double.NaN : StrictMath.tanh(v))));
            case RELU ->
                List.of(
                        new Misconception("the absolute value was taken", x.map(Math::abs)),
                        new Misconception(
                                "the negative numbers were kept instead of the positive ones",
                                x.map(v -> Math.min(0, v))));
        };
    }

    static List<Misconception> backward(ActivationKind kind, Tensor input, Tensor outputGradient) {
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor dy = DoubleTensor.of(outputGradient);
        List<Misconception> all = new ArrayList<>(
                switch (kind) {
                    case LINEAR -> List.<Misconception>of();
                    case SIGMOID, TANH -> smooth(kind, x, dy);
                    case RELU ->
                        List.of(new Misconception(
                                "the gradient passes where the output gradient is positive; it passes "
                                        + "where the input is",
                                dy.map(g -> Math.max(0, g))));
                });
        if (kind != ActivationKind.LINEAR) {
            String derivative = kind == ActivationKind.RELU ? "1 everywhere" : "forgotten";
            all.add(new Misconception(
                    "the derivative is " + derivative + ": the output gradient passes unchanged", dy));
        }
        all.add(new Misconception(
                "the derivative was not multiplied by the output gradient",
                x.map(v -> ActivationOracle.derivative(kind, v))));
        return all;
    }

    private static List<Misconception> smooth(ActivationKind kind, DoubleTensor x, DoubleTensor dy) {
        boolean sigmoid = kind == ActivationKind.SIGMOID;
        DoubleTensor y = ActivationOracle.forward(kind, x);
        String formula = sigmoid ? "y (1 - y)" : "1 - y²";
        return List.of(
                new Misconception(
                        "the derivative was computed from the output as if that were the input; " + formula
                                + " takes the output y once",
                        dy.with(y, (g, v) -> g * ActivationOracle.derivative(kind, v))),
                new Misconception(
                        "the input x was put into " + formula + " in the place of the output y",
                        dy.with(x, (g, v) -> g * (sigmoid ? v * (1 - v) : 1 - v * v))),
                sigmoid
                        ? new Misconception("the derivative is y instead of y (1 - y)", dy.with(y, (g, v) -> g * v))
                        : new Misconception(
                                "the derivative is 1 - y instead of 1 - y²", dy.with(y, (g, v) -> g * (1 - v))));
    }
}
