package io.gradlab.grader.lab2;

import io.gradlab.grader.oracle.BatchNormOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** More of what goes wrong in batch norm, dropout, and flatten. */
final class NormalizationMistakes {

    private NormalizationMistakes() {}

    static List<Mistake> all() {
        return Stream.of(forward(), statistics(), dropouts(), flattening())
                .flatMap(List::stream)
                .toList();
    }

    /** What comes out, of the right statistics. */
    private interface Forward {
        DoubleTensor of(BatchNormOracle oracle, DoubleTensor x, DoubleTensor mean, DoubleTensor variance);
    }

    private static List<Mistake> forward() {
        return List.of(
                training(
                        "batch norm: no β",
                        (oracle, x, mean, variance) -> new BatchNormOracle(
                                        oracle.weight(), oracle.bias().times(0))
                                .forward(x, mean, variance),
                        "β was forgotten"),
                training(
                        "batch norm: no root",
                        (oracle, x, mean, variance) -> oracle.forward(x, mean, variance.map(v -> v * v)),
                        "it was divided by the variance"),
                training(
                        "batch norm: ε outside",
                        (oracle, x, mean, variance) ->
                                oracle.forward(x, mean, variance.map(v -> Math.pow(Math.sqrt(v) + 1e-5, 2) - 1e-5)),
                        "ε was added to the deviation"),
                training(
                        "batch norm: M - 1",
                        (oracle, x, mean, variance) -> oracle.forward(x, mean, variance.times(unbiased(x))),
                        "the variance was divided by M - 1"),
                Mistake.batchNorm(
                        "batch norm: constant variance",
                        right -> Mistake.gradient(right, (layer, x, dy, dx) -> {
                            DoubleTensor variance = BatchNormOracle.variance(DoubleTensor.of(x));
                            float[] gamma =
                                    layer.parameters().getFirst().value().data();
                            DoubleTensor fixed = BatchNormOracle.perChannel(
                                    DoubleTensor.of(dy), (d, c) -> d * gamma[c] / Math.sqrt(variance.data()[c] + 1e-5));
                            DoubleTensor mean = BatchNormOracle.mean(fixed);
                            return Mistakes.change(
                                    dx, _ -> BatchNormOracle.perChannel(fixed, (value, c) -> value - mean.data()[c]));
                        }),
                        "the variance was taken for a constant"));
    }

    private static Mistake training(String name, Forward wrong, String says) {
        return Mistake.batchNorm(
                name,
                right -> Mistake.output(right, (layer, input, y) -> {
                    DoubleTensor x = DoubleTensor.of(input);
                    BatchNormOracle oracle = new BatchNormOracle(
                            DoubleTensor.of(layer.parameters().getFirst().value()),
                            DoubleTensor.of(layer.parameters().getLast().value()));
                    return Mistakes.change(
                            y, _ -> wrong.of(oracle, x, BatchNormOracle.mean(x), BatchNormOracle.variance(x)));
                }),
                says);
    }

    private static List<Mistake> statistics() {
        return List.of(
                running(
                        "batch norm: running variance over M",
                        (old, now, count) -> 0.9 * old + 0.1 * now * (count - 1) / count,
                        "took the variance divided by M"),
                running(
                        "batch norm: 0.9 of the new",
                        (old, now, _) -> 0.1 * old + 0.9 * now,
                        "0.9 and 0.1 were exchanged"));
    }

    /** A running number from the one before, the batch's (unbiased) and the count of numbers. */
    private interface Running {
        double of(double old, double now, double count);
    }

    private static Mistake running(String name, Running running, String says) {
        return Mistake.batchNorm(
                name,
                right -> new AlteredLayer(right) {
                    @Override
                    public Tensor forward(Tensor input, Pass pass) {
                        Map<String, Tensor> buffers = buffers();
                        double[] before =
                                DoubleTensor.of(buffers.get("running_var")).data();
                        double[] mean =
                                DoubleTensor.of(buffers.get("running_mean")).data();
                        Tensor output = super.forward(input, pass);
                        if (pass.training()) {
                            double count = (double) input.size() / input.dim(1);
                            replace(buffers.get("running_var"), before, running, count);
                            replace(buffers.get("running_mean"), mean, running, Double.POSITIVE_INFINITY);
                        }
                        return output;
                    }
                },
                says);
    }

    private static void replace(Tensor buffer, double[] before, Running running, double count) {
        for (int c = 0; c < before.length; c++) {
            double now = (buffer.data()[c] - 0.9 * before[c]) / 0.1;
            buffer.data()[c] = (float)
                    (Double.isInfinite(count) ? running.of(before[c], now, 1e12) : running.of(before[c], now, count));
        }
    }

    private static List<Mistake> dropouts() {
        UnaryOperator<Tensor> none = x -> x;
        return List.of(
                Mistake.dropout(
                        "dropout: divided by the rate",
                        rate -> new WrongDropout(
                                new Dropout(rate), y -> Mistake.times(y, (1 - rate) / Math.max(rate, 1e-9)), none),
                        "what is kept was divided by the rate"),
                Mistake.dropout(
                        "dropout: multiplied",
                        rate -> new WrongDropout(
                                new Dropout(rate), y -> Mistake.times(y, (1 - rate) * (1 - rate)), none),
                        "what is kept was multiplied by 1 - rate"),
                Mistake.dropout(
                        "dropout: divided in evaluation",
                        rate -> new WrongDropout(new Dropout(rate), none, x -> Mistake.times(x, 1 / (1 - rate))),
                        "it was divided by 1 - rate in evaluation too"),
                Mistake.dropout(
                        "dropout: the rate is kept",
                        rate -> new Dropout(Math.min(0.999, 1 - rate)),
                        "the rate were the share that is kept"),
                Mistake.dropout(
                        "dropout: gradient not divided",
                        rate -> Mistake.gradient(new Dropout(rate), (_, _, _, dx) -> Mistake.times(dx, 1 - rate)),
                        "the gradient was dropped, but not divided by 1 - rate"));
    }

    private static List<Mistake> flattening() {
        AlteredLab2 lab = new AlteredLab2() {
            @Override
            public Layer flatten() {
                return Mistake.output(
                        new Flatten(),
                        (_, _, y) ->
                                Mistakes.change(y, DoubleTensor::transposed).reshape(y.shape()));
            }
        };
        return List.of(new Mistake("flatten: mixed", FlattenChecks.class, lab, "the samples were mixed"));
    }

    private static double unbiased(DoubleTensor x) {
        double count = (double) x.data().length / x.dim(1);
        return count / (count - 1);
    }
}
