package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Batch normalization, its gradients and its running averages: {@code norms.cu}. */
final class Norms {
    private static final String MODULE = "norms";

    private final Stream stream;
    private final Kernel statistics;
    private final Kernel normalize;
    private final Kernel normalizeFixed;
    private final Kernel gradientSums;
    private final Kernel gradient;
    private final Kernel average;

    Norms(Stream stream) {
        this.stream = stream;
        statistics = stream.kernel(MODULE, "batch_norm_statistics");
        normalize = stream.kernel(MODULE, "batch_norm");
        normalizeFixed = stream.kernel(MODULE, "batch_norm_fixed");
        gradientSums = stream.kernel(MODULE, "batch_norm_gradient_sums");
        gradient = stream.kernel(MODULE, "batch_norm_gradient");
        average = stream.kernel(MODULE, "average");
    }

    void batchNorm(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out) {
        Shapes.require(out, input.shape(), "batchNorm");
        Shapes.require(mean, Shape.of(input.dim(1)), "batchNorm");
        Channels channels = Channels.of(input);
        long shares = shares(channels);
        channels.describe(statistics.on(channels.grid()).tensor(input).address(shares))
                .go();
        channels.describe(normalize
                        .on(channels.grid())
                        .tensor(input)
                        .tensor(out)
                        .address(shares)
                        .tensor(gamma)
                        .tensor(beta)
                        .tensor(mean)
                        .tensor(variance))
                .bits(Double.doubleToRawLongBits(epsilon))
                .number(epilogue.floor())
                .go();
    }

    /** Returns room for two numbers of each share. */
    private long shares(Channels channels) {
        return stream.scratch(8L * channels.shares() * channels.channels());
    }

    void batchNormFixed(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out) {
        Shapes.require(out, input.shape(), "batchNormFixed");
        Shapes.require(mean, Shape.of(input.dim(1)), "batchNormFixed");
        Channels channels = Channels.of(input);
        channels.describe(normalizeFixed
                        .on(channels.grid())
                        .tensor(input)
                        .tensor(out)
                        .tensor(gamma)
                        .tensor(beta)
                        .tensor(mean)
                        .tensor(variance))
                .bits(Double.doubleToRawLongBits(epsilon))
                .number(epilogue.floor())
                .go();
    }

    void batchNormGradient(
            Tensor input,
            Tensor outputGradient,
            Tensor gamma,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Tensor gammaGradient,
            Tensor betaGradient,
            Tensor inputGradient) {
        Shapes.require(outputGradient, input.shape(), "batchNormGradient");
        Shapes.require(inputGradient, input.shape(), "batchNormGradient");
        Channels channels = Channels.of(input);
        long shares = shares(channels);
        channels.describe(gradientSums
                        .on(channels.grid())
                        .tensor(input)
                        .tensor(outputGradient)
                        .tensor(mean)
                        .address(shares))
                .go();
        channels.describe(gradient.on(channels.grid())
                        .tensor(input)
                        .tensor(outputGradient)
                        .tensor(inputGradient)
                        .address(shares)
                        .tensor(gamma)
                        .tensor(mean)
                        .tensor(variance)
                        .tensor(gammaGradient)
                        .tensor(betaGradient))
                .bits(Double.doubleToRawLongBits(epsilon))
                .go();
    }

    void average(double share, double scale, Tensor sample, Tensor running) {
        Shapes.require(running, sample.shape(), "average");
        average.on(Grid.over(running.size()))
                .tensor(sample)
                .tensor(running)
                .integer(running.size())
                .number(share)
                .number(scale)
                .go();
    }
}
