package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Batch normalization, of images and of vectors, and its gradients equal their definitions. */
@Tag("geometry")
public class RandomBatchNormTest {
    private static final double EPSILON = 1e-5;
    private static final int LARGEST_MAP = 24;

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void normalizations() {
        Geometry.forEach("batch norm", geometry -> {
            int channels = geometry.size(70);
            Shape shape = geometry.below(3) == 0
                    ? Shape.of(geometry.size(100), channels)
                    : Shape.of(1 + geometry.below(5), channels, geometry.size(LARGEST_MAP), geometry.size(LARGEST_MAP));
            double offset = geometry.below(2) * geometry.below(5);
            Tensor x = geometry.tensor(shape, offset - 1, offset + 1);
            Tensor dy = geometry.tensor(shape, -1, 1);
            Tensor gamma = geometry.tensor(channels);
            Tensor beta = geometry.tensor(channels);
            requireDefinition(x, dy, gamma, beta, offset + 1);
        });
    }

    private void requireDefinition(Tensor x, Tensor dy, Tensor gamma, Tensor beta, double largest) {
        int channels = x.dim(1);
        int plane = x.size() / x.dim(0) / channels;
        int count = x.size() / channels;
        NaiveBatchNorm expected = NaiveBatchNorm.of(x, gamma, beta, dy, EPSILON);
        IntToDoubleFunction loss = c -> 1 + largest / Math.sqrt(expected.variance()[c] + EPSILON); // X of Bound's table
        double unit = 8 * Math.sqrt(count) * Bound.U;
        String what = x.shape().toString();

        Tensor mean = Geometry.full(gamma.shape());
        Tensor variance = Geometry.full(gamma.shape());
        Tensor y = Geometry.full(x.shape());
        kernels.batchNorm(x, gamma, beta, EPSILON, mean, variance, y);
        Bound.require(mean, expected.mean(), _ -> Bound.sum(count, count * largest) / count, "mean " + what);
        Bound.require(variance, expected.variance(), _ -> unit * largest, "variance " + what);
        IntToDoubleFunction outputs = i -> {
            int c = i / plane % channels;
            return unit * (Math.abs(gamma.data()[c]) * loss.applyAsDouble(c) + Math.abs(beta.data()[c]));
        };
        Bound.require(y, expected.y(), outputs, "output " + what);
        Tensor fixed = Geometry.full(x.shape());
        kernels.batchNormFixed(x, gamma, beta, EPSILON, mean, variance, Epilogue.NONE, fixed);
        Bound.require(fixed, expected.y(), outputs, "output with given statistics " + what);

        Tensor dGamma = Geometry.full(gamma.shape());
        Tensor dBeta = Geometry.full(gamma.shape());
        Tensor dx = Geometry.full(x.shape());
        kernels.batchNormGradient(x, dy, gamma, EPSILON, mean, variance, dGamma, dBeta, dx);
        Bound.require(dBeta, expected.dBeta(), _ -> Bound.sum(count, count), "shift's gradient " + what);
        Bound.require(dGamma, expected.dGamma(), c -> unit * count * loss.applyAsDouble(c), "scale's gradient " + what);
        Bound.require(
                dx,
                expected.dx(),
                i -> {
                    int c = i / plane % channels;
                    double deviation = Math.sqrt(expected.variance()[c] + EPSILON);
                    return unit * Math.abs(gamma.data()[c]) / deviation * Math.pow(loss.applyAsDouble(c), 2);
                },
                "input's gradient " + what);
    }
}
