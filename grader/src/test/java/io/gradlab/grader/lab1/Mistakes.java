package io.gradlab.grader.lab1;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** The mistakes that the checks of lab 1 must recognise. */
final class Mistakes {

    private Mistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                        sigmoid(),
                        tanh(),
                        relu(),
                        DistributionMistakes.all(),
                        softmax(),
                        crossEntropy(),
                        InitialWeightMistakes.all(),
                        dense(),
                        sgd(),
                        SamplingMistakes.all(),
                        MlpMistakes.all(),
                        ModelFileMistakes.all(),
                        RefereeMistakes.all())
                .flatMap(List::stream);
    }

    private static List<Mistake> sigmoid() {
        return List.of(
                Mistake.activationForward(
                        "sigmoid: sign", SigmoidChecks.class, (x, _, _) -> sigma(-x), "e^x instead of e^-x"),
                Mistake.activationForward(
                        "sigmoid: overflow",
                        SigmoidChecks.class,
                        (x, _, _) -> (float) StrictMath.exp(x) / ((float) StrictMath.exp(x) + 1),
                        "infinite / infinite"),
                Mistake.activationBackward(
                        "sigmoid: derivative of the output",
                        SigmoidChecks.class,
                        (_, y, dy) -> dy * sigma(y) * (1 - sigma(y)),
                        "as if that were the input"),
                Mistake.activationBackward(
                        "sigmoid: input for output",
                        SigmoidChecks.class,
                        (x, _, dy) -> dy * x * (1 - x),
                        "the input x was put"),
                Mistake.activationBackward(
                        "sigmoid: derivative forgotten",
                        SigmoidChecks.class,
                        (_, _, dy) -> dy,
                        "the derivative is forgotten"),
                Mistake.activationBackward(
                        "sigmoid: dy forgotten",
                        SigmoidChecks.class,
                        (_, y, _) -> y * (1 - y),
                        "not multiplied by the output gradient"));
    }

    private static List<Mistake> tanh() {
        return List.of(
                Mistake.activationForward(
                        "tanh: sigmoid", TanhChecks.class, (x, _, _) -> sigma(x), "this is the sigmoid"),
                Mistake.activationForward(
                        "tanh: overflow",
                        TanhChecks.class,
                        (x, y, _) -> Math.abs(x) > 90 ? Double.NaN : y,
                        "infinite / infinite for large |x|"),
                Mistake.activationBackward(
                        "tanh: 1 - x²",
                        TanhChecks.class,
                        (x, _, dy) -> dy * (1 - x * x),
                        "the input x was put into 1 - y²"),
                Mistake.activationBackward(
                        "tanh: 1 - y", TanhChecks.class, (_, y, dy) -> dy * (1 - y), "1 - y instead of 1 - y²"),
                Mistake.activationBackward(
                        "tanh: derivative of the output",
                        TanhChecks.class,
                        (_, y, dy) -> dy * (1 - StrictMath.tanh(y) * StrictMath.tanh(y)),
                        "as if that were the input"));
    }

    private static List<Mistake> relu() {
        return List.of(
                Mistake.activationForward(
                        "ReLU: |x|", ReluChecks.class, (x, _, _) -> Math.abs(x), "the absolute value"),
                Mistake.activationBackward("ReLU: 1 everywhere", ReluChecks.class, (_, _, dy) -> dy, "1 everywhere"),
                Mistake.activationBackward(
                        "ReLU: by the gradient's sign",
                        ReluChecks.class,
                        (_, _, dy) -> Math.max(0, dy),
                        "where the output gradient is positive"));
    }

    private static List<Mistake> softmax() {
        return List.of(
                Mistake.softmax(
                        "softmax: columns",
                        z -> Mistake.transposed(new AlteredLab1().softmax(Mistake.transposed(z))),
                        "each column was normalised instead of each row"),
                Mistake.softmax("softmax: not stable", z -> naive(z, 0), "the largest logit was not taken away first"),
                Mistake.softmax(
                        "softmax: the batch's largest", z -> naive(z, largest(z)), "of the whole batch was taken away"),
                Mistake.softmax(
                        "softmax: no sum",
                        z -> Mistake.cells((x, _, _) -> StrictMath.exp(x), z, z, z),
                        "e^z was not divided by its sum"));
    }

    private static List<Mistake> crossEntropy() {
        return List.of(
                Mistake.loss(
                        "loss: sum",
                        (r, z, _) -> new LossResult(r.value() * z.dim(0), r.gradient()),
                        "not divided by the batch size (20)"),
                Mistake.loss(
                        "loss: sign",
                        (r, _, _) -> new LossResult(-r.value(), r.gradient()),
                        "the minus sign is missing"),
                Mistake.loss(
                        "loss: bits",
                        (r, _, _) -> new LossResult(r.value() / StrictMath.log(2), r.gradient()),
                        "to base 2"),
                Mistake.loss(
                        "loss: softmax twice",
                        (r, z, t) -> new LossResult(
                                new AlteredLab1()
                                        .crossEntropy()
                                        .compute(new AlteredLab1().softmax(z), t)
                                        .value(),
                                r.gradient()),
                        "softmax was applied twice"),
                Mistake.loss(
                        "loss: log 0",
                        (r, z, t) -> new LossResult(logOfSoftmax(z, t), r.gradient()),
                        "take log-sum-exp of the logits"),
                gradient("gradient: not divided", (n, _) -> n, "it was not divided by the batch size (20)"),
                gradient("gradient: divided twice", (n, _) -> 1.0 / n, "it was divided by the batch size twice"),
                gradient("gradient: sign", (_, _) -> -1, "the wrong way round"),
                Mistake.loss(
                        "gradient: softmax alone",
                        (r, z, _) ->
                                new LossResult(r.value(), Mistake.times(new AlteredLab1().softmax(z), 1.0 / z.dim(0))),
                        "the softmax alone"));
    }

    /** The factor by which a gradient is wrong, from batch size and classes. */
    private interface Scale {
        double of(int samples, int classes);
    }

    private static Mistake gradient(String name, Scale scale, String says) {
        return Mistake.loss(
                name,
                (r, z, _) -> new LossResult(r.value(), Mistake.times(r.gradient(), scale.of(z.dim(0), z.dim(1)))),
                says);
    }

    private static List<Mistake> dense() {
        return List.of(
                Mistake.denseForward("dense: X·W", (w, _) -> Mistake.transposed(w), "X · W instead of X · Wᵀ"),
                new Mistake(
                        "dense: no bias",
                        DenseChecks.class,
                        new AlteredLab1() {
                            @Override
                            public Layer dense(Tensor weight, Tensor bias) {
                                return super.dense(weight, Tensor.zeros(bias.shape()));
                            }
                        },
                        "the bias was forgotten"),
                parameterGradient(
                        "dense: weight gradient averaged", 0, (x, _) -> 1.0 / x.dim(0), "the loss has done so already"),
                parameterGradient(
                        "dense: bias gradient averaged", 1, (x, _) -> 1.0 / x.dim(0), "the loss has done so already"),
                parameterGradient("dense: bias gradient zero", 1, (_, _) -> 0, "it was left at zero"),
                Mistake.denseBackward(
                        "dense: weight gradient transposed",
                        (p, _, _, dx) -> {
                            Tensor g = p.getFirst().gradient();
                            if (g.dim(0) == g.dim(1)) {
                                g.copyFrom(Mistake.transposed(g));
                            }
                            return dx;
                        },
                        "it was transposed; its shape is [out, in]"),
                Mistake.denseBackward(
                        "dense: last sample only",
                        (p, x, dy, dx) -> {
                            Tensor g = p.getFirst().gradient();
                            int n = x.dim(0) - 1;
                            for (int i = 0; i < g.size(); i++) {
                                g.data()[i] = dy.at(n, i / g.dim(1)) * x.at(n, i % g.dim(1));
                            }
                            return dx;
                        },
                        "only the last sample was counted"),
                Mistake.denseBackward(
                        "dense: input gradient with Wᵀ",
                        (p, _, dy, dx) -> {
                            Tensor w = p.getFirst().value();
                            return w.dim(0) == w.dim(1)
                                    ? new AlteredLab1()
                                            .dense(w.copy(), Tensor.zeros(w.dim(0)))
                                            .forward(dy, Pass.evaluation())
                                    : dx;
                        },
                        "dY · Wᵀ instead of dY · W"),
                new Mistake("dense: gradients add up", DenseChecks.class, new Accumulating(), "overwrite it"));
    }

    private static Mistake parameterGradient(String name, int place, ParameterScale scale, String says) {
        return Mistake.denseBackward(
                name,
                (p, x, dy, dx) -> {
                    Tensor g = p.get(place).gradient();
                    g.copyFrom(Mistake.times(g, scale.of(x, dy)));
                    return dx;
                },
                says);
    }

    /** The factor by which a parameter's gradient is wrong. */
    private interface ParameterScale {
        double of(Tensor x, Tensor dy);
    }

    private static List<Mistake> sgd() {
        return List.of(
                Mistake.sgd("SGD: uphill", (p, rate) -> step(p, -rate, true), "the step goes uphill"),
                Mistake.sgd("SGD: rate ignored", (p, _) -> step(p, 1, true), "the learning rate was ignored"),
                Mistake.sgd("SGD: nothing", (_, _) -> {}, "nothing was changed"),
                Mistake.sgd(
                        "SGD: divided by rows",
                        (p, rate) -> p.forEach(
                                one -> step(List.of(one), rate / one.value().dim(0), true)),
                        "divided by the parameter's first dimension"),
                Mistake.sgd("SGD: frozen moves", (p, rate) -> step(p, rate, false), "a frozen parameter was changed"));
    }

    private static void step(List<Parameter> parameters, double rate, boolean respectFrozen) {
        for (Parameter parameter : parameters) {
            for (int i = 0; i < parameter.value().size() && !(respectFrozen && parameter.frozen()); i++) {
                parameter.value().data()[i] -=
                        (float) (rate * parameter.gradient().data()[i]);
            }
        }
    }

    private static double sigma(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double largest(Tensor z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float value : z.data()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static Tensor naive(Tensor logits, double shift) {
        Tensor p = Tensor.zeros(logits.shape());
        for (int n = 0; n < logits.dim(0); n++) {
            double sum = 0;
            for (int k = 0; k < logits.dim(1); k++) {
                sum += StrictMath.exp(logits.at(n, k) - shift);
            }
            for (int k = 0; k < logits.dim(1); k++) {
                p.data()[n * logits.dim(1) + k] = (float) (StrictMath.exp(logits.at(n, k) - shift) / sum);
            }
        }
        return p;
    }

    private static double logOfSoftmax(Tensor logits, Tensor targets) {
        Tensor p = naive(logits, largest(logits));
        double loss = 0;
        for (int i = 0; i < p.size(); i++) {
            loss -= targets.data()[i] == 0 ? 0 : targets.data()[i] * StrictMath.log(p.data()[i]);
        }
        return loss / logits.dim(0);
    }
}
