package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The mistakes that the checks of lab 2 must recognise. */
final class Mistakes {
    private static final Lab2 RIGHT = new Lab2Core();

    private Mistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                        sizes(),
                        convolutions(),
                        columns(),
                        layers(),
                        pools(),
                        batchNorms(),
                        dropouts(),
                        adams(),
                        penalties(),
                        AugmentationMistakes.all(),
                        WindowMistakes.all(),
                        NormalizationMistakes.all(),
                        StepMistakes.all(),
                        ImageMistakes.all(),
                        RectifierMistakes.all(),
                        VerdictMistakes.all())
                .flatMap(List::stream);
    }

    private static List<Mistake> sizes() {
        return List.of(
                Mistake.size("size: no + 1", (n, k, s, p) -> RIGHT.outputSize(n, k, s, p) - 1, "the + 1 is missing"),
                Mistake.size(
                        "size: padding once",
                        (n, k, s, p) -> Math.floorDiv(n + p - k, s) + 1,
                        "the padding was added at one end only"),
                Mistake.size(
                        "size: rounded towards zero",
                        (n, k, s, p) -> (n + 2 * p - k) / s + 1,
                        "it was rounded towards zero"),
                Mistake.size(
                        "size: rounded up", (n, k, s, p) -> Math.ceilDiv(n + 2 * p - k, s) + 1, "it was rounded up"));
    }

    private static List<Mistake> convolutions() {
        return List.of(
                Mistake.convolve(
                        "convolution: no bias",
                        (x, w, b, s, p) -> RIGHT.convolve(x, w, Mistake.times(b, 0), s, p),
                        "the bias was forgotten"),
                Mistake.convolve(
                        "convolution: flipped",
                        (x, w, b, s, p) -> RIGHT.convolve(x, change(w, WindowChanges::flipped), b, s, p),
                        "the kernel was flipped"),
                Mistake.convolve(
                        "convolution: turned kernel",
                        (x, w, b, s, p) ->
                                RIGHT.convolve(x, w.dim(2) == w.dim(3) ? change(w, WindowChanges::turned) : w, b, s, p),
                        "rows and columns of the kernel were exchanged"),
                Mistake.convolve(
                        "convolution: first channel",
                        (x, w, b, s, p) -> RIGHT.convolve(x, change(w, t -> WindowChanges.channel(t, 0)), b, s, p),
                        "only the first channel was counted"),
                Mistake.convolve(
                        "convolution: padding behind",
                        (x, w, b, s, p) ->
                                RIGHT.convolve(change(x, t -> WindowChanges.padded(t, 0, 2 * p)), w, b, s, 0),
                        "the windows start at the image's edge"),
                Mistake.convolve(
                        "convolution: channels last",
                        (x, w, b, s, p) -> change(RIGHT.convolve(x, w, b, s, p), WindowChanges::channelsLast),
                        "those of [N, OH, OW, O]"),
                Mistake.convolve(
                        "convolution: stride ignored",
                        (x, w, b, s, p) -> {
                            Shape shape = RIGHT.convolve(x, w, b, s, p).shape();
                            return change(RIGHT.convolve(x, w, b, 1, p), t -> WindowChanges.cropped(t, shape));
                        },
                        "the stride was ignored"));
    }

    private static List<Mistake> columns() {
        return List.of(
                Mistake.columns(
                        "columns: padding behind",
                        _ -> new AlteredLab2() {
                            @Override
                            public Tensor columns(Tensor x, int h, int w, int s, int p) {
                                return super.columns(change(x, t -> WindowChanges.padded(t, 0, 2 * p)), h, w, s, 0);
                            }
                        },
                        "the windows start at the image's edge"),
                Mistake.columns(
                        "columns: one below the other",
                        _ -> new AlteredLab2() {
                            @Override
                            public Tensor columns(Tensor x, int h, int w, int s, int p) {
                                Tensor right = super.columns(x, h, w, s, p);
                                return change(right, DoubleTensor::transposed).reshape(right.shape());
                            }
                        },
                        "windows were written as columns"),
                Mistake.columns(
                        "product: channels last",
                        _ -> new AlteredLab2() {
                            @Override
                            public Tensor convolveByColumns(Tensor x, Tensor w, Tensor b, int s, int p) {
                                return change(super.convolveByColumns(x, w, b, s, p), WindowChanges::channelsLast);
                            }
                        },
                        "in the order of the product"));
    }

    private static List<Mistake> layers() {
        return List.of(
                Mistake.convolution(
                        "layer: weight gradient divided",
                        (layer, x, _, dx) -> scaled(layer, 0, 1.0 / x.dim(0), dx),
                        "it was divided by the batch size (3)"),
                Mistake.convolution(
                        "layer: bias gradient over positions",
                        (layer, _, dy, dx) -> scaled(layer, 1, 1.0 / (dy.dim(2) * dy.dim(3)), dx),
                        "it is the mean over the positions"),
                Mistake.convolution(
                        "layer: bias gradient zero", (layer, _, _, dx) -> scaled(layer, 1, 0, dx), "left at zero"),
                Mistake.convolution(
                        "layer: weight gradient flipped",
                        (layer, _, _, dx) -> {
                            Tensor gradient = layer.parameters().getFirst().gradient();
                            gradient.copyFrom(change(gradient, WindowChanges::flipped));
                            return dx;
                        },
                        "weight (i, j) meets"),
                Mistake.convolution(
                        "layer: input gradient divided",
                        (_, x, _, dx) -> Mistake.times(dx, 1.0 / x.dim(0)),
                        "it was divided by the batch size (3)"));
    }

    private static List<Mistake> pools() {
        WindowGeometry two = WindowGeometry.square(2, 2, 0);
        return List.of(
                Mistake.maxPool(
                        "max: from zero",
                        right -> Mistake.output(right, (_, _, y) -> change(y, t -> t.map(v -> Math.max(0, v)))),
                        "the search for the largest began at 0"),
                Mistake.maxPool("max: mean", _ -> new AveragePool2d(two), "the mean was taken"),
                Mistake.maxPool(
                        "max: shared gradient",
                        right -> Mistake.gradient(right, (_, x, dy, _) -> shared(x, dy)),
                        "the gradient was shared out evenly"),
                Mistake.averagePool("average: largest", _ -> new MaxPool2d(two), "the largest was taken"),
                Mistake.averagePool(
                        "average: sum",
                        right -> Mistake.output(right, (_, _, y) -> Mistake.times(y, 4)),
                        "not divided by the count"),
                Mistake.averagePool(
                        "average: whole gradient",
                        right -> Mistake.gradient(right, (_, _, _, dx) -> Mistake.times(dx, 4)),
                        "every number of a window got the whole gradient"));
    }

    private static List<Mistake> batchNorms() {
        return List.of(
                Mistake.batchNorm(
                        "batch norm: running in training",
                        WrongModes::alwaysEvaluates,
                        "running statistics" + " were used"),
                Mistake.batchNorm(
                        "batch norm: batch in evaluation",
                        WrongModes::alwaysTrains,
                        "in evaluation the" + " running ones are"),
                Mistake.batchNorm("batch norm: moves in evaluation", WrongModes::alwaysTrains, "moved in evaluation"),
                Mistake.batchNorm("batch norm: never moves", WrongModes::neverMoves, "it never moved"),
                Mistake.batchNorm("batch norm: constants", WrongModes::takesConstants, "taken for constants"),
                Mistake.batchNorm(
                        "batch norm: mean gradient",
                        right -> Mistake.gradient(
                                right, (layer, x, _, dx) -> scaled(layer, 1, (double) x.dim(1) / x.size(), dx)),
                        "it is the mean over batch and positions"));
    }

    private static List<Mistake> dropouts() {
        UnaryOperator<Tensor> none = x -> x;
        return List.of(
                Mistake.dropout(
                        "dropout: not scaled",
                        rate -> new WrongDropout(new Dropout(rate), y -> Mistake.times(y, 1 - rate), none),
                        "was not divided by 1 - rate"),
                Mistake.dropout(
                        "dropout: scaled in evaluation",
                        rate -> new WrongDropout(new Dropout(rate), none, x -> Mistake.times(x, 1 - rate)),
                        "it was scaled in evaluation too"),
                Mistake.dropout(
                        "dropout: in evaluation",
                        rate -> new WrongDropout(
                                new Dropout(rate),
                                none,
                                x -> new Dropout(rate).forward(x, Pass.training(new Seed(5), 0))),
                        "numbers were dropped in evaluation"),
                Mistake.dropout(
                        "dropout: gradient unchanged",
                        rate -> Mistake.gradient(new Dropout(rate), (_, _, dy, _) -> dy),
                        "the gradient passes unchanged"));
    }

    private static List<Mistake> adams() {
        return List.of(
                Mistake.adam("Adam: no correction", (m, v, _) -> m / (Math.sqrt(v) + 1e-8), "not divided by 1 - βᵗ"),
                Mistake.adam(
                        "Adam: no root", (m, v, t) -> m / first(t) / (v / second(t) + 1e-8), "the root was forgotten"),
                Mistake.adam(
                        "Adam: uphill",
                        (m, v, t) -> -m / first(t) / (Math.sqrt(v / second(t)) + 1e-8),
                        "the steps go uphill"),
                Mistake.adam(
                        "Adam: t stays", (m, v, _) -> m / first(1) / (Math.sqrt(v / second(1)) + 1e-8), "t stays at 1"),
                Mistake.adam("Adam: t from 0", (m, v, t) -> t > 0 ? Double.NaN : m + v, "t starts at 0"));
    }

    private static List<Mistake> penalties() {
        return List.of(
                penalty("penalty: trains nothing", 1, _ -> new Sgd(), "it is added to the loss, but trains nothing"),
                penalty("penalty: twice", 1, lambda -> new Sgd(0, 2 * lambda), "was taken as 2λ · w"),
                penalty("penalty: half forgotten", 2, lambda -> new Sgd(0, lambda), "the half was forgotten"),
                penalty("penalty: biases too", 1, WrongModes::pullsAll, "the penalty pulls at the biases too"));
    }

    private static Mistake penalty(
            String name, double factor, java.util.function.DoubleFunction<Optimizer> step, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public double penalty(List<io.gradlab.nn.layer.Parameter> parameters, double lambda) {
                return factor * super.penalty(parameters, lambda);
            }

            @Override
            public Optimizer penalizedSgd(double lambda) {
                return step.apply(lambda);
            }
        };
        return new Mistake(name, PenaltyChecks.class, lab, says);
    }

    private static double first(int time) {
        return 1 - StrictMath.pow(0.9, time);
    }

    private static double second(int time) {
        return 1 - StrictMath.pow(0.999, time);
    }

    private static Tensor shared(Tensor x, Tensor dy) {
        int size = x.dim(2) / Math.max(1, dy.dim(2));
        Layer mean = new AveragePool2d(WindowGeometry.square(size, size, 0));
        mean.forward(x, Pass.evaluation());
        return mean.backward(dy);
    }

    static Tensor scaled(Layer layer, int place, double factor, Tensor result) {
        Tensor gradient = layer.parameters().get(place).gradient();
        gradient.copyFrom(Mistake.times(gradient, factor));
        return result;
    }

    static Tensor change(Tensor tensor, UnaryOperator<DoubleTensor> change) {
        DoubleTensor changed = change.apply(DoubleTensor.of(tensor));
        Tensor result = Tensor.zeros(changed.shape());
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = (float) changed.data()[i];
        }
        return result;
    }
}
