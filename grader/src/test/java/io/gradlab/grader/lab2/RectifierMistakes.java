package io.gradlab.grader.lab2;

import static io.gradlab.grader.oracle.RectifierOracle.ALPHA;
import static io.gradlab.grader.oracle.RectifierOracle.LAMBDA;

import io.gradlab.course.Lab2;
import io.gradlab.grader.oracle.RectifierOracle;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What goes wrong in leaky ReLU and SELU. */
final class RectifierMistakes {

    private RectifierMistakes() {}

    static List<Mistake> all() {
        return List.of(
                leaky("leaky: plain", (_, x) -> Math.max(0, x), "the plain ReLU, without the leak"),
                leaky("leaky: other side", (a, x) -> x > 0 ? a * x : x, "the slope was taken on the positive side"),
                leaky("leaky: sign", (a, x) -> x > 0 ? x : -a * x, "the leak has the wrong sign"),
                leakyGradient("leaky: plain gradient", (_, x, dy) -> x > 0 ? dy : 0, "as in the plain ReLU"),
                leakyGradient("leaky: unchanged", (_, _, dy) -> dy, "the gradient passes unchanged"),
                leakyGradient(
                        "leaky: sign of the gradient",
                        (a, _, dy) -> dy > 0 ? dy : a * dy,
                        "the sign of the output gradient was asked"),
                selu("SELU: no λ", x -> RectifierOracle.selu(ALPHA, 1, x), "λ was forgotten"),
                selu("SELU: no α", x -> RectifierOracle.selu(1, LAMBDA, x), "α was forgotten"),
                selu("SELU: exchanged", x -> RectifierOracle.selu(LAMBDA, ALPHA, x), "α and λ were exchanged"),
                selu(
                        "SELU: λ below 0 only",
                        x -> x > 0 ? x : RectifierOracle.selu(ALPHA, LAMBDA, x),
                        "λ was forgotten on the positive side"),
                selu(
                        "SELU: no - 1",
                        x -> x > 0 ? LAMBDA * x : LAMBDA * ALPHA * StrictMath.exp(x),
                        "the - 1 is missing"),
                seluGradient("SELU: gradient without λ", x -> derivative(ALPHA, 1, x), "λ was forgotten"),
                seluGradient("SELU: gradient without α", x -> derivative(1, LAMBDA, x), "α was forgotten"),
                seluGradient(
                        "SELU: e^y",
                        x -> derivative(ALPHA, LAMBDA, RectifierOracle.selu(ALPHA, LAMBDA, x)),
                        "e^y was taken instead of e^x"),
                seluGradient(
                        "SELU: output for derivative",
                        x -> x > 0 ? LAMBDA : RectifierOracle.selu(ALPHA, LAMBDA, x),
                        "the output was taken for the derivative"),
                seluGradient("SELU: unchanged", _ -> 1, "the gradient passes unchanged"));
    }

    private static double derivative(double alpha, double lambda, double x) {
        return RectifierOracle.seluDerivative(alpha, lambda, x);
    }

    private static Mistake leaky(String name, DoubleBinaryOperator wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer leakyRelu(double slope) {
                return Mistake.output(
                        super.leakyRelu(slope), (_, x, _) -> mapped(x, v -> wrong.applyAsDouble(slope, v)));
            }
        };
        return new Mistake(name, RectifierChecks.class, lab, says);
    }

    private interface Gradient {
        double of(double slope, double x, double outputGradient);
    }

    private static Mistake leakyGradient(String name, Gradient wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer leakyRelu(double slope) {
                return Mistake.gradient(super.leakyRelu(slope), (_, x, dy, _) -> {
                    Tensor dx = dy.copy();
                    for (int i = 0; i < dx.size(); i++) {
                        dx.data()[i] = (float) wrong.of(slope, x.data()[i], dy.data()[i]);
                    }
                    return dx;
                });
            }
        };
        return new Mistake(name, RectifierChecks.class, lab, says);
    }

    private static Mistake selu(String name, DoubleUnaryOperator wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer selu() {
                return Mistake.output(super.selu(), (_, x, _) -> mapped(x, wrong));
            }
        };
        return new Mistake(name, RectifierChecks.class, lab, says);
    }

    private static Mistake seluGradient(String name, DoubleUnaryOperator derivative, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer selu() {
                return Mistake.gradient(super.selu(), (_, x, dy, _) -> {
                    Tensor dx = mapped(x, derivative);
                    for (int i = 0; i < dx.size(); i++) {
                        dx.data()[i] *= dy.data()[i];
                    }
                    return dx;
                });
            }
        };
        return new Mistake(name, RectifierChecks.class, lab, says);
    }

    private static Tensor mapped(Tensor x, DoubleUnaryOperator f) {
        Tensor y = x.copy();
        for (int i = 0; i < y.size(); i++) {
            y.data()[i] = (float) f.applyAsDouble(x.data()[i]);
        }
        return y;
    }
}
