package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.tensor.Tensor;

/**
 * Batch normalization of images, one channel at a time:
 *
 * <pre>{@code
 * y  = gamma · (x - mean) / √(variance + ε) + beta          mean and variance over N, H and W
 * dx = gamma / √(variance + ε) · (dy - Σdy / M - x̂ · Σ(dy · x̂) / M)      x̂ = (x - mean) / √(variance + ε), M = N·H·W
 * }</pre>
 *
 * <p>A channel's sums add up its planes' 16-lane sums in double, image by image, so they depend neither on threads nor on
 * vectors.
 *
 * <p>Why it is fast: it is bound by memory, so what counts is how often the images are read. Everything that depends on
 * the channel alone is folded into two or three factors first; what remains is one multiplication and one addition for
 * each array that is read, in loops that the JIT compiler vectorizes.
 */
final class BatchNormalization {
    private final Loops loops;
    private final Workers workers;

    BatchNormalization(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
    }

    void training(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            float floor,
            Tensor out) {
        int channels = input.dim(1);
        int images = input.dim(0);
        int plane = input.size() / Math.max(1, images * channels);
        float[] x = input.data();
        workers.run(channels, c -> {
            float[] lanes = Loops.ROOM.get();
            double sum = 0;
            for (int n = 0; n < images; n++) {
                sum += loops.sum(x, (n * channels + c) * plane, plane, lanes);
            }
            float average = (float) (sum / ((double) images * plane));
            double squares = 0;
            for (int n = 0; n < images; n++) {
                squares += loops.sumOfSquaredDeviations(x, (n * channels + c) * plane, plane, average, lanes);
            }
            mean.data()[c] = average;
            variance.data()[c] = (float) (squares / ((double) images * plane));
            apply(c, input, gamma, beta, epsilon, mean, variance, floor, out);
        });
    }

    void evaluation(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            float floor,
            Tensor out) {
        workers.run(input.dim(1), c -> apply(c, input, gamma, beta, epsilon, mean, variance, floor, out));
    }

    private static void apply(
            int c,
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            float floor,
            Tensor out) {
        int channels = input.dim(1);
        int plane = input.size() / Math.max(1, input.dim(0) * channels);
        float factor = (float) (gamma.data()[c] / Math.sqrt(variance.data()[c] + epsilon));
        float term = beta.data()[c] - mean.data()[c] * factor;
        for (int n = 0; n < input.dim(0); n++) {
            int at = (n * channels + c) * plane;
            line(input.data(), out.data(), at, at + plane, factor, term, floor);
        }
    }

    void gradient(
            Tensor input,
            Tensor outputGradient,
            Tensor gamma,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Tensor gammaGradient,
            Tensor betaGradient,
            Tensor inputGradient) {
        int channels = input.dim(1);
        int images = input.dim(0);
        int plane = input.size() / Math.max(1, images * channels);
        double count = (double) images * plane;
        float[] x = input.data();
        float[] dy = outputGradient.data();
        workers.run(channels, c -> {
            float average = mean.data()[c];
            float[] lanes = Loops.ROOM.get();
            double sum = 0;
            double products = 0;
            for (int n = 0; n < images; n++) {
                int at = (n * channels + c) * plane;
                sum += loops.sum(dy, at, plane, lanes);
                products += loops.sumOfProducts(dy, x, at, plane, average, lanes);
            }
            double inverse = 1 / Math.sqrt(variance.data()[c] + epsilon);
            double factor = gamma.data()[c] * inverse;
            double slope = -factor * inverse * inverse * products / count;
            gammaGradient.data()[c] = (float) (products * inverse);
            betaGradient.data()[c] = (float) sum;
            float onGradient = (float) factor;
            float onInput = (float) slope;
            float term = (float) (-factor * sum / count - slope * average);
            for (int n = 0; n < images; n++) {
                int at = (n * channels + c) * plane;
                plane(dy, x, inputGradient.data(), at, at + plane, onGradient, onInput, term);
            }
        });
    }

    private static void line(float[] x, float[] y, int from, int to, float factor, float term, float floor) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(floor, x[i] * factor + term);
        }
    }

    private static void plane(
            float[] dy, float[] x, float[] dx, int from, int to, float onGradient, float onInput, float term) {
        for (int i = from; i < to; i++) {
            dx[i] = onGradient * dy[i] + (onInput * x[i] + term);
        }
    }
}
