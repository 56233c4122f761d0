package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.course.core.Lab2Core;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PoolOracle;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** More of what goes wrong in sizes, convolutions, and pools. */
final class WindowMistakes {
    private static final Lab2 RIGHT = new Lab2Core();

    private WindowMistakes() {}

    static List<Mistake> all() {
        return Stream.of(convolutions(), gradients(), pools())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mistake> convolutions() {
        return List.of(
                Mistake.size(
                        "size: no padding", (n, k, s, _) -> Math.floorDiv(n - k, s) + 1, "the padding was forgotten"),
                Mistake.size("size: no stride", (n, k, _, p) -> n + 2 * p - k + 1, "the stride was ignored"),
                Mistake.convolve(
                        "convolution: last channel",
                        (x, w, b, s, p) -> RIGHT.convolve(
                                x, Mistakes.change(w, t -> WindowChanges.channel(t, t.dim(1) - 1)), b, s, p),
                        "only the last channel was counted"),
                Mistake.convolve(
                        "convolution: a bias a channel",
                        (x, w, b, s, p) -> RIGHT.convolve(x, w, Mistake.times(b, w.dim(1)), s, p),
                        "the bias was added once for each channel"),
                Mistake.columns(
                        "columns: channels last",
                        _ -> new AlteredLab2() {
                            @Override
                            public Tensor columns(Tensor x, int h, int w, int s, int p) {
                                return channelsLast(super.columns(x, h, w, s, p), x.dim(1), h * w);
                            }
                        },
                        "in the order (i, j, c)"));
    }

    private static Tensor channelsLast(Tensor columns, int channels, int area) {
        Tensor result = columns.copy();
        for (int i = 0; i < result.size(); i++) {
            int column = i % columns.dim(1);
            result.data()[i] = columns.at(i / columns.dim(1), column % channels * area + column / channels);
        }
        return result;
    }

    private static List<Mistake> gradients() {
        return List.of(
                Mistake.convolution(
                        "layer: weight gradient over positions",
                        (layer, _, dy, dx) -> Mistakes.scaled(layer, 0, 1.0 / (dy.dim(2) * dy.dim(3)), dx),
                        "it was divided by the count of windows in an image"),
                Mistake.convolution(
                        "layer: input gradient of a flipped kernel",
                        (layer, x, dy, _) -> inputGradient(layer, true, x, dy),
                        "the kernel was flipped once too often"),
                Mistake.convolution(
                        "layer: input gradient of the last filter",
                        (layer, x, dy, _) -> inputGradient(
                                layer, false, x, Mistakes.change(dy, t -> WindowChanges.channel(t, t.dim(1) - 1))),
                        "only the last filter was counted"),
                new Mistake("layer: adds up", ConvolutionLayerChecks.class, history(true), "it was added to that of"),
                new Mistake(
                        "layer: stays", ConvolutionLayerChecks.class, history(false), "it is still that of the pass"));
    }

    /** Only for cases whose stride and padding follow from the shapes: those that the checks begin with. */
    private static Tensor inputGradient(Layer layer, boolean flipped, Tensor x, Tensor dy) {
        Tensor weight = layer.parameters().getFirst().value();
        int stride = x.dim(2) == 6 ? 1 : 2;
        Tensor kernel = flipped ? Mistakes.change(weight, WindowChanges::flipped) : weight;
        Layer other = RIGHT.convolution(
                kernel, Tensor.zeros(weight.dim(0)), stride, stride - 1); // padding 0 and 1 in these cases
        other.forward(x, Pass.evaluation());
        return other.outputShape(x.shape()).equals(dy.shape())
                ? other.backward(dy).copy()
                : x;
    }

    /** A layer that adds its gradients to those of the pass before, or keeps those. */
    private static Lab2 history(boolean adds) {
        return new AlteredLab2() {
            @Override
            public Layer convolution(Tensor weight, Tensor bias, int stride, int padding) {
                Tensor[] before = new Tensor[2];
                return Mistake.gradient(super.convolution(weight, bias, stride, padding), (layer, _, _, dx) -> {
                    for (int place = 0; place < 2; place++) {
                        Tensor gradient = layer.parameters().get(place).gradient();
                        if (before[place] == null) {
                            before[place] = gradient.copy();
                        } else {
                            for (int i = 0; i < gradient.size(); i++) {
                                gradient.data()[i] = before[place].data()[i] + (adds ? gradient.data()[i] : 0);
                            }
                        }
                    }
                    return dx;
                });
            }
        };
    }

    private static List<Mistake> pools() {
        return List.of(
                new Mistake(
                        "max: stride ignored",
                        MaxPoolChecks.class,
                        new AlteredLab2() {
                            @Override
                            public Layer maxPool(int size, int stride) {
                                return Mistake.output(super.maxPool(size, stride), (_, x, y) -> {
                                    Tensor dense = new MaxPool2d(WindowGeometry.square(size, 1, 0))
                                            .forward(x, Pass.evaluation());
                                    return Mistakes.change(dense, t -> WindowChanges.cropped(t, y.shape()));
                                });
                            }
                        },
                        "the stride was ignored"),
                pooled("max: all get the gradient", 0, "only the winner gets it"),
                pooled("max: last of equals", 1, "of equal numbers the last one won"),
                pooled("max: all equals", 2, "equal numbers all got the gradient"),
                Mistake.averagePool(
                        "average: divided by the width",
                        right -> Mistake.output(right, (_, _, y) -> Mistake.times(y, 2)),
                        "divided by the window's width"),
                Mistake.averagePool(
                        "average: gradient to the largest",
                        right -> Mistake.gradient(right, (_, x, dy, dx) -> {
                            DoubleTensor wrong =
                                    new PoolOracle(2, 2).maximumGradient(DoubleTensor.of(x), DoubleTensor.of(dy));
                            return x.dim(2) == 6 ? Mistakes.change(dx, _ -> wrong) : dx;
                        }),
                        "the gradient went to the largest number"));
    }

    private static Mistake pooled(String name, int kind, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Layer maxPool(int size, int stride) {
                return Mistake.gradient(super.maxPool(size, stride), (_, input, outputGradient, dx) -> {
                    PoolOracle oracle = new PoolOracle(size, stride);
                    DoubleTensor x = DoubleTensor.of(input);
                    DoubleTensor dy = DoubleTensor.of(outputGradient);
                    DoubleTensor wrong = switch (kind) {
                        case 0 -> oracle.meanGradient(input.shape(), dy).times((double) size * size);
                        case 1 -> oracle.lastMaximumGradient(x, dy);
                        default -> oracle.everyMaximumGradient(x, dy);
                    };
                    return Mistakes.change(dx, _ -> wrong);
                });
            }
        };
        return new Mistake(name, MaxPoolChecks.class, lab, says);
    }
}
