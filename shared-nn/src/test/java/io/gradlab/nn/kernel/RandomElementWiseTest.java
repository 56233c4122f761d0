package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Activations, dropout, sums and averages equal their definitions for arrays of any length. */
@Tag("geometry")
public class RandomElementWiseTest {
    private static final int LONGEST = 3000;
    private static final int LONGER_THAN_A_PIECE = 70_000; // so that several threads work on it
    private static final double POLYNOMIAL = 3e-7; // as PolynomialsTest has it

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void activationsAndTheirGradients() {
        Geometry.forEach("activation", geometry -> {
            ActivationKind kind = ActivationKind.values()[geometry.below(4)];
            int size = length(geometry);
            double range = 1 + geometry.below(30);
            Tensor x = geometry.tensor(Shape.of(size), -range, range);
            Tensor dy = geometry.tensor(size);
            Tensor y = Geometry.full(x.shape());
            kernels.activate(kind, x, y);
            boolean rounded = kind == ActivationKind.SIGMOID || kind == ActivationKind.TANH;
            Bound.require(
                    y, each(size, i -> value(kind, x.data()[i])), _ -> rounded ? POLYNOMIAL : 0, kind + " " + size);
            Tensor dx = Geometry.full(x.shape());
            kernels.activationGradient(kind, y, dy, dx);
            Bound.require(
                    dx,
                    each(size, i -> slope(kind, y.data()[i]) * dy.data()[i]),
                    i -> rounded ? 4 * Bound.U * Math.abs(dy.data()[i]) : 0,
                    kind + "'s gradient " + size);
        });
    }

    @Test
    void dropout() {
        Geometry.forEach("dropout", geometry -> {
            int run = geometry.below(2) == 0 ? 1 : geometry.size(100);
            int size = run * Math.max(1, length(geometry) / run);
            float rate = geometry.below(99) / 100f;
            RandomStream random = geometry.stream();
            Tensor x = geometry.tensor(size);
            Tensor y = Geometry.full(x.shape());
            kernels.dropout(random, rate, run, x, y);
            double[] expected = each(size, i -> random.uniform(i / run) < rate ? 0 : x.data()[i] / (1 - (double) rate));
            Bound.require(
                    y,
                    expected,
                    i -> Bound.few(Math.abs(expected[i]) / (1 - rate)),
                    "dropout " + rate + " of runs of " + run + ", " + size);
        });
    }

    @Test
    void sums() {
        Geometry.forEach("sums", geometry -> {
            Shape shape = Shape.of(1 + geometry.below(5), geometry.size(40), geometry.size(30), geometry.size(30));
            Tensor x = geometry.tensor(shape, -1, 1);
            int pixels = shape.dim(2) * shape.dim(3);
            int columns = shape.dim(3);
            double[] channels = new double[shape.dim(1)];
            double[] rows = new double[columns];
            double squares = 0;
            for (int i = 0; i < x.size(); i++) {
                channels[i / pixels % channels.length] += x.data()[i];
                rows[i % columns] += x.data()[i];
                squares += (double) x.data()[i] * x.data()[i];
            }
            Tensor sums = Geometry.full(Shape.of(channels.length));
            kernels.sumChannels(x, sums);
            int terms = pixels * shape.dim(0);
            Bound.require(sums, channels, _ -> Bound.sum(terms, terms), "sums of channels " + shape);
            Tensor rowSums = Geometry.full(Shape.of(columns));
            kernels.sumRows(x.reshape(x.size() / columns, columns), rowSums);
            int height = x.size() / columns;
            Bound.require(rowSums, rows, _ -> Bound.sum(height, height), "sums of rows " + shape);
            double actual = kernels.sumOfSquares(x);
            if (!(Math.abs(actual - squares) <= 0x1p-52 * x.size() * squares)) {
                throw new AssertionError("sum of squares " + shape + " is " + actual + ", expected " + squares);
            }
        });
    }

    @Test
    void runningAverages() {
        Geometry.forEach("average", geometry -> {
            int size = length(geometry);
            double share = geometry.below(101) / 100.0;
            double scale = geometry.below(200) / 100.0;
            Tensor sample = geometry.tensor(size);
            Tensor running = geometry.tensor(size);
            double[] expected = each(size, i -> (1 - share) * running.data()[i] + share * scale * sample.data()[i]);
            kernels.average(share, scale, sample, running);
            Bound.require(running, expected, _ -> Bound.few(1 + scale), "running average " + size);
        });
    }

    private static int length(Geometry geometry) {
        return geometry.below(20) == 0 ? LONGER_THAN_A_PIECE + geometry.below(99) : geometry.size(LONGEST);
    }

    private static double[] each(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).toArray();
    }

    private static double value(ActivationKind kind, double x) {
        return switch (kind) {
            case LINEAR -> x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
        };
    }

    private static double slope(ActivationKind kind, double y) {
        return switch (kind) {
            case LINEAR -> 1;
            case SIGMOID -> y * (1 - y);
            case TANH -> 1 - y * y;
            case RELU -> y > 0 ? 1 : 0;
        };
    }
}
