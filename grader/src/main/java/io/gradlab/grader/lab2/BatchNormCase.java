package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.BatchNormOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * A batch normalization with an input to try it with.
 *
 * @param weight γ, {@code [C]}
 * @param bias β, {@code [C]}
 */
record BatchNormCase(Bench bench, Tensor weight, Tensor bias, Tensor input) {
    private static final double EPSILON = 1e-5;

    /** Returns random numbers for an input of {@code shape}, whose channels have neither mean 0 nor variance 1. */
    static BatchNormCase random(Bench bench, String purpose, int... shape) {
        Tensor input = bench.gaussians(purpose + " input", shape);
        for (int i = 0; i < input.size(); i++) {
            input.data()[i] = 2 * input.data()[i] + 3;
        }
        return new BatchNormCase(
                bench,
                bench.gaussians(purpose + " weight", shape[1]),
                bench.gaussians(purpose + " bias", shape[1]),
                input);
    }

    /** Returns numbers whose variance is as small as ε. */
    static BatchNormCase small(Bench bench) {
        BatchNormCase one = random(bench, "small", 4, 2, 3, 3);
        for (int i = 0; i < one.input.size(); i++) {
            one.input.data()[i] = 0.0015f * (one.input.data()[i] - 3);
        }
        return one;
    }

    LayerCase layer() {
        return new LayerCase(bench, "batchNorm", List.of(Value.of(weight), Value.of(bias)));
    }

    BatchNormOracle oracle() {
        return new BatchNormOracle(DoubleTensor.of(weight), DoubleTensor.of(bias));
    }

    Tensor outputGradient() {
        return bench.gaussians("output gradient", input.shape().toArray());
    }

    /** Returns by how much the variance with M − 1 is larger than that with M. */
    double unbiased() {
        double count = (double) input.size() / input.dim(1);
        return count / (count - 1);
    }

    void checkTraining() {
        DoubleTensor x = DoubleTensor.of(input);
        bench.compare(
                "output",
                bench.tensor(layer().ask(LayerCase.training(input)), "output.0"),
                oracle().forward(x, BatchNormOracle.mean(x), BatchNormOracle.variance(x)),
                trainingMistakes());
    }

    List<Misconception> trainingMistakes() {
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor mean = BatchNormOracle.mean(x);
        DoubleTensor variance = BatchNormOracle.variance(x);
        return List.of(
                new Misconception(
                        "β was forgotten",
                        oracle(DoubleTensor.of(bias).times(0)).forward(x, mean, variance)),
                new Misconception(
                        "the running statistics were used; in training the batch's own are",
                        oracle().forward(x, mean.times(0), mean.map(_ -> 1))),
                new Misconception(
                        "it was divided by the variance; take its root, the deviation",
                        oracle().forward(x, mean, variance.map(v -> v * v))),
                new Misconception(
                        "ε was added to the deviation; it belongs under the root",
                        oracle().forward(x, mean, variance.map(v -> square(Math.sqrt(v) + EPSILON) - EPSILON))),
                new Misconception(
                        "the variance was divided by M - 1; here it is the mean of the squares, divided by M",
                        oracle().forward(x, mean, variance.times(unbiased()))));
    }

    void checkInputGradient() {
        Tensor gradient = outputGradient();
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor dy = DoubleTensor.of(gradient);
        DoubleTensor variance = BatchNormOracle.variance(x);
        DoubleTensor fixed = new BatchNormOracle(
                        DoubleTensor.of(weight), DoubleTensor.of(bias).times(0))
                .forward(dy, variance.times(0), variance);
        bench.compareGradient(
                "input gradient",
                bench.tensor(layer().both(input, gradient), "inputGradient.1"),
                oracle().inputGradient(x, dy),
                List.of(
                        new Misconception(
                                "mean and variance were taken for constants; they depend on x, which gives two more"
                                        + " terms",
                                fixed),
                        new Misconception(
                                "the variance was taken for a constant; the term with x̂ is missing", centred(fixed))),
                layer().ofInput(input, gradient));
    }

    void checkParameterGradients() {
        Tensor gradient = outputGradient();
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor dy = DoubleTensor.of(gradient);
        var answer = layer().both(input, gradient);
        DoubleTensor beta = BatchNormOracle.biasGradient(dy);
        double count = (double) input.size() / input.dim(1);
        bench.compareGradient(
                "bias gradient",
                bench.tensor(answer, "bias.gradient.1"),
                beta,
                divided(beta, count),
                layer().ofArgument("bias", 1, bias, input, gradient));
        DoubleTensor gamma = BatchNormOracle.weightGradient(x, dy);
        bench.compareGradient(
                "weight gradient",
                bench.tensor(answer, "weight.gradient.1"),
                gamma,
                divided(gamma, count),
                layer().ofArgument("weight", 0, weight, input, gradient));
    }

    private static double square(double x) {
        return x * x;
    }

    private BatchNormOracle oracle(DoubleTensor otherBias) {
        return new BatchNormOracle(DoubleTensor.of(weight), otherBias);
    }

    private static DoubleTensor centred(DoubleTensor gradient) {
        DoubleTensor mean = BatchNormOracle.mean(gradient);
        return BatchNormOracle.perChannel(gradient, (value, c) -> value - mean.data()[c]);
    }

    private static List<Misconception> divided(DoubleTensor gradient, double count) {
        return List.of(
                new Misconception(
                        "it is the mean over batch and positions; sum, for the loss has divided already",
                        gradient.times(1 / count)),
                new Misconception("it was left at zero", gradient.times(0)));
    }
}
