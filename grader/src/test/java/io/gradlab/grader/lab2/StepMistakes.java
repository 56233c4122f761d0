package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** More of what goes wrong in Adam and in the L2 penalty. */
final class StepMistakes {

    private StepMistakes() {}

    static List<Mistake> all() {
        return Stream.of(adams(), pulls(), values()).flatMap(List::stream).toList();
    }

    private static List<Mistake> adams() {
        return List.of(
                adam(
                        "Adam: betas exchanged",
                        () -> new WrongAdam(
                                (m, v, t) -> m
                                        / (1 - StrictMath.pow(0.999, t))
                                        / (Math.sqrt(v / (1 - StrictMath.pow(0.9, t))) + 1e-8),
                                0.999,
                                0.9),
                        "β₁ and β₂ were exchanged"),
                epsilon("Adam: no ε", (m, v) -> m / Math.max(1e-30, Math.sqrt(v)), "ε is missing below"),
                epsilon("Adam: ε under the root", (m, v) -> m / Math.sqrt(v + 1e-8), "ε was added under the root"),
                epsilon(
                        "Adam: ε too early",
                        (m, v) -> m / (Math.sqrt(v) + 1e-8 / Math.sqrt(1 - 0.999)),
                        "ε was added to the root before v was divided"),
                new Mistake(
                        "Adam: moments restart",
                        AdamChecks.class,
                        new AlteredLab2() {
                            @Override
                            public Optimizer adam() {
                                return (parameters, rate) -> new Adam().step(parameters, rate);
                            }
                        },
                        "m and v begin at 0 in each step"),
                new Mistake(
                        "Adam: frozen",
                        AdamChecks.class,
                        new AlteredLab2() {
                            @Override
                            public Optimizer adam() {
                                Optimizer right = super.adam();
                                return (parameters, rate) -> {
                                    parameters.forEach(parameter -> parameter.freeze(false));
                                    right.step(parameters, rate);
                                };
                            }
                        },
                        "a frozen parameter was changed"),
                new Mistake(
                        "Adam: ends at the first frozen",
                        AdamChecks.class,
                        new AlteredLab2() {
                            @Override
                            public Optimizer adam() {
                                Optimizer right = super.adam();
                                return (parameters, rate) -> right.step(
                                        parameters.stream()
                                                .takeWhile(parameter -> !parameter.frozen())
                                                .toList(),
                                        rate);
                            }
                        },
                        "the step ended at the first frozen parameter"));
    }

    /** An Adam of corrected m and v; right but where ε counts. */
    private static Mistake epsilon(String name, DoubleBinaryOperator step, String says) {
        return adam(
                name,
                () -> new WrongAdam((m, v, t) ->
                        step.applyAsDouble(m / (1 - StrictMath.pow(0.9, t)), v / (1 - StrictMath.pow(0.999, t)))),
                says);
    }

    private static Mistake adam(String name, Supplier<Optimizer> maker, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Optimizer adam() {
                return maker.get();
            }
        };
        return new Mistake(name, AdamChecks.class, lab, says);
    }

    private static List<Mistake> pulls() {
        return List.of(
                pull("penalty: half a pull", (lambda, w) -> lambda / 2 * w, "was taken as λ/2 · w"),
                pull("penalty: pushes", (lambda, w) -> -lambda * w, "the penalty pushes weights away from 0"),
                pull("penalty: L1", (lambda, w) -> lambda * Math.signum(w), "the sign of w was taken instead of w"));
    }

    private static Mistake pull(String name, DoubleBinaryOperator gradient, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Optimizer penalizedSgd(double lambda) {
                return (parameters, rate) -> {
                    for (Parameter parameter : parameters) {
                        Parameter pulled = Parameter.bias(parameter.name(), parameter.value());
                        pulled.freeze(parameter.frozen());
                        for (int i = 0; i < parameter.value().size(); i++) {
                            double g = parameter.gradient().data()[i];
                            double w = parameter.value().data()[i];
                            pulled.gradient().data()[i] =
                                    (float) (parameter.decayed() ? g + gradient.applyAsDouble(lambda, w) : g);
                        }
                        new Sgd().step(List.of(pulled), rate);
                    }
                };
            }
        };
        return new Mistake(name, PenaltyChecks.class, lab, says);
    }

    private static List<Mistake> values() {
        return List.of(
                value("penalty: counts biases", true, (w, lambda) -> lambda / 2 * w * w, "the biases were counted too"),
                value("penalty: no λ", false, (w, _) -> w * w / 2, "λ was forgotten"),
                value("penalty: absolute", false, (w, lambda) -> lambda * Math.abs(w), "absolute values were summed"));
    }

    private static Mistake value(String name, boolean biases, DoubleBinaryOperator part, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public double penalty(List<Parameter> parameters, double lambda) {
                DoubleUnaryOperator ofWeight = w -> part.applyAsDouble(w, lambda);
                double sum = 0;
                for (Parameter parameter : parameters) {
                    for (float w : parameter.value().data()) {
                        sum += biases || parameter.decayed() ? ofWeight.applyAsDouble(w) : 0;
                    }
                }
                return sum;
            }
        };
        return new Mistake(name, PenaltyChecks.class, lab, says);
    }
}
