package io.gradlab.grader.oracle;

/**
 * Batch normalization of {@code [N, C, H, W]}.
 *
 * @param weight γ, {@code [C]}
 * @param bias β, {@code [C]}
 */
public record BatchNormOracle(DoubleTensor weight, DoubleTensor bias) {
    private static final double EPSILON = 1e-5;

    /** Computes each channel's mean, {@code [C]}. */
    public static DoubleTensor mean(DoubleTensor input) {
        return sums(input).times((double) input.dim(1) / input.data().length);
    }

    /** Computes each channel's variance, {@code [C]}: the mean of the squared distances from the mean. */
    public static DoubleTensor variance(DoubleTensor input) {
        DoubleTensor mean = mean(input);
        return mean(perChannel(input, (x, c) -> (x - mean.data()[c]) * (x - mean.data()[c])));
    }

    /** Computes γ (x − mean) / √(variance + ε) + β, with statistics {@code [C]}. */
    public DoubleTensor forward(DoubleTensor input, DoubleTensor mean, DoubleTensor variance) {
        return perChannel(normalized(input, mean, variance), (x, c) -> weight.data()[c] * x + bias.data()[c]);
    }

    /** Computes dL/dβ, {@code [C]}. */
    public static DoubleTensor biasGradient(DoubleTensor outputGradient) {
        return sums(outputGradient);
    }

    /** Computes dL/dγ, {@code [C]}, of a training pass. */
    public static DoubleTensor weightGradient(DoubleTensor input, DoubleTensor outputGradient) {
        return sums(normalized(input, mean(input), variance(input)).with(outputGradient, (x, dy) -> x * dy));
    }

    /** Computes dL/dx of a training pass, in which mean and variance depend on x. */
    public DoubleTensor inputGradient(DoubleTensor input, DoubleTensor outputGradient) {
        DoubleTensor variance = variance(input);
        DoubleTensor standard = normalized(input, mean(input), variance);
        DoubleTensor meanGradient = mean(outputGradient);
        DoubleTensor meanProduct = mean(standard.with(outputGradient, (x, dy) -> x * dy));
        DoubleTensor rest = outputGradient.with(
                perChannel(standard, (x, c) -> x * meanProduct.data()[c]), (dy, part) -> dy - part);
        return perChannel(
                rest,
                (value, c) -> weight.data()[c]
                        / Math.sqrt(variance.data()[c] + EPSILON)
                        * (value - meanGradient.data()[c]));
    }

    /** A number from a number and its channel. */
    public interface OfChannel {
        /** Returns it. */
        double of(double value, int channel);
    }

    /** Returns f of every number and its channel. */
    public static DoubleTensor perChannel(DoubleTensor images, OfChannel f) {
        DoubleTensor result = DoubleTensor.zeros(images.shape().toArray());
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = f.of(images.data()[i], channel(images, i));
        }
        return result;
    }

    private static DoubleTensor normalized(DoubleTensor input, DoubleTensor mean, DoubleTensor variance) {
        return perChannel(input, (x, c) -> (x - mean.data()[c]) / Math.sqrt(variance.data()[c] + EPSILON));
    }

    private static DoubleTensor sums(DoubleTensor images) {
        DoubleTensor sums = DoubleTensor.zeros(images.dim(1));
        for (int i = 0; i < images.data().length; i++) {
            sums.data()[channel(images, i)] += images.data()[i];
        }
        return sums;
    }

    private static int channel(DoubleTensor images, int i) {
        return i / (images.dim(2) * images.dim(3)) % images.dim(1);
    }
}
