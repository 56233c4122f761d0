package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * The compute primitives of one device. Layers, losses and optimizers are written against this interface only.
 *
 * <p>Letters: N images or samples, C input channels, O output channels, H × W input pixels, OH × OW output pixels, M × N
 * × K the extents of a matrix product. All tensors live on this kernels' device. Inputs are read only; outputs have the
 * right shape already, are overwritten, and never share memory with an input unless a method says that they may.
 * Results are the same to the bit for any number of threads. Mismatched shapes throw {@link IllegalArgumentException}.
 */
public interface Kernels {

    /** Returns the kernels of the device where {@code tensor} lives. */
    static Kernels of(Tensor tensor) {
        return KernelRegistry.get(tensor.device());
    }

    /** Returns the device whose tensors these kernels take. */
    Device device();

    /** Returns one line for people: what runs here and why, for example {@code cpu: AVX-512 (16 lanes), 2 threads}. */
    String description();

    /** Returns a new tensor of zeros on this device. */
    Tensor allocate(Shape shape);

    /** Returns a copy on this device. */
    default Tensor copyOf(Tensor tensor) {
        Tensor copy = allocate(tensor.shape());
        copy.copyFrom(tensor);
        return copy;
    }

    /** Waits until all that was asked for is done: a GPU works while the host goes on. */
    default void finish() {}

    /** Opens a scope, at whose end the tensors made in it on this device lose their memory; scopes may be nested. */
    default MemoryScope scope() {
        return () -> {};
    }

    // --- matrices ---------------------------------------------------------------------------------------------

    /** Computes {@code out = op(a) · op(b)}, or adds it to {@code out}; shapes as in {@link MatMul}. */
    void matmul(MatMul form, Tensor a, Tensor b, Tensor out);

    /** Computes a dense layer, {@code out[n, o] = bias[o] + Σ_i input[n, i] · weight[o, i]}. */
    default void dense(Tensor input, Tensor weight, Tensor bias, Tensor out) {
        dense(input, weight, bias, Epilogue.NONE, out);
    }

    /** Computes a dense layer and its epilogue. */
    void dense(Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out);

    /** Computes the sums over the rows: {@code sums[j] = Σ_i matrix[i, j]} for a matrix {@code [N, M]}. */
    void sumRows(Tensor matrix, Tensor sums);

    // --- images -----------------------------------------------------------------------------------------------

    /**
     * Computes a convolution (in fact a cross-correlation), {@code out[n, o, y, x] = bias[o] + Σ_c,i,j
     * input[n, c, y·s + i - p, x·s + j - p] · weight[o, c, i, j]}.
     *
     * @param input {@code [N, C, H, W]}
     * @param weight {@code [O, C, kh, kw]}
     * @param bias {@code [O]}
     * @param out {@code [N, O, OH, OW]}
     */
    default void conv2d(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, Tensor out) {
        conv2d(window, input, weight, bias, Epilogue.NONE, out);
    }

    /** Computes a convolution and its epilogue. */
    void conv2d(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out);

    /** Computes the gradient of {@link #conv2d} with respect to its input, {@code [N, C, H, W]}. */
    void conv2dInputGradient(WindowGeometry window, Tensor outputGradient, Tensor weight, Tensor inputGradient);

    /** Computes the gradient of {@link #conv2d} with respect to its weight, {@code [O, C, kh, kw]}, summed over N. */
    void conv2dWeightGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient);

    /** Computes {@code sums[c] = Σ_n,y,x images[n, c, y, x]}: the gradient of a convolution's bias. */
    void sumChannels(Tensor images, Tensor sums);

    /** Computes the largest value of each window; padding never wins. Rows and columns that fill no window are dropped. */
    void maxPool(WindowGeometry window, Tensor input, Tensor out);

    /** Sends each output's gradient to the first largest input of its window (in row order). */
    void maxPoolGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor inputGradient);

    /** Computes each window's sum divided by kernel area; padding counts as zeros. */
    void averagePool(WindowGeometry window, Tensor input, Tensor out);

    /** Spreads each output's gradient evenly over its window. */
    void averagePoolGradient(WindowGeometry window, Tensor outputGradient, Tensor inputGradient);

    /**
     * Normalizes each channel by its own mean and variance over the batch (Ioffe and Szegedy, 2015): {@code out = gamma ·
     * (input - mean) / √(variance + epsilon) + beta}.
     *
     * @param input {@code [N, C, H, W]} or {@code [N, C]}
     * @param mean {@code [C]}, becomes the mean over N, H and W
     * @param variance {@code [C]}, becomes the biased variance, the mean square deviation
     */
    default void batchNorm(
            Tensor input, Tensor gamma, Tensor beta, double epsilon, Tensor mean, Tensor variance, Tensor out) {
        batchNorm(input, gamma, beta, epsilon, mean, variance, Epilogue.NONE, out);
    }

    /** Does the same, and the epilogue. */
    void batchNorm(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out);

    /** Does the same with a given mean and variance, {@code [C]} each. */
    void batchNormFixed(
            Tensor input,
            Tensor gamma,
            Tensor beta,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Epilogue epilogue,
            Tensor out);

    /**
     * Computes the gradients of {@link #batchNorm}, through mean and variance.
     *
     * @param mean {@code [C]} and {@code variance} as {@link #batchNorm} left them
     * @param gammaGradient {@code [C]}, summed over the batch, as is {@code betaGradient}
     */
    void batchNormGradient(
            Tensor input,
            Tensor outputGradient,
            Tensor gamma,
            double epsilon,
            Tensor mean,
            Tensor variance,
            Tensor gammaGradient,
            Tensor betaGradient,
            Tensor inputGradient);

    /** Moves a running average towards a sample: {@code running = (1 - share) · running + share · scale · sample}. */
    void average(double share, double scale, Tensor sample, Tensor running);

    // --- element by element -----------------------------------------------------------------------------------

    /** Computes {@code out = f(input)}; {@code out} may be {@code input}. */
    void activate(ActivationKind kind, Tensor input, Tensor out);

    /** Computes {@code inputGradient = outputGradient · f'}, with f' from the activation's {@code output}. */
    void activationGradient(ActivationKind kind, Tensor output, Tensor outputGradient, Tensor inputGradient);

    /** Computes {@code out = input > 0 ? input : slope · input}; {@code out} may be {@code input}. */
    void leakyRelu(double slope, Tensor input, Tensor out);

    /** Computes the gradient of {@link #leakyRelu} from its {@code output}; the slope is at least 0. */
    void leakyReluGradient(double slope, Tensor output, Tensor outputGradient, Tensor inputGradient);

    /** Computes {@code out = λ · (input > 0 ? input : α · (e^input - 1))} (Klambauer et al., 2017, equation 2). */
    void selu(Tensor input, Tensor out);

    /** Computes the gradient of {@link #selu} from its {@code output}. */
    void seluGradient(Tensor output, Tensor outputGradient, Tensor inputGradient);

    /**
     * Sets a share of the elements to zero and divides the others by {@code 1 - rate} (inverted dropout). Element i is
     * dropped if {@code random.uniform(i / run) < rate}, so the same call on the gradient is the backward pass.
     *
     * @param rate in [0, 1)
     * @param run how many neighbours share their fate: 1, or H·W to drop whole channels
     */
    void dropout(RandomStream random, double rate, int run, Tensor input, Tensor out);

    // --- loss -------------------------------------------------------------------------------------------------

    /** Computes {@code factor · input}. */
    void scale(double factor, Tensor input, Tensor out);

    /** Computes each row's softmax, {@code [N, K]} to {@code [N, K]}. */
    void softmax(Tensor logits, Tensor out);

    /**
     * Computes the cross-entropy of {@code softmax(logits)} against target distributions, and its gradient.
     *
     * @param logits {@code [N, K]}
     * @param targets {@code [N, K]}, each row a distribution (one-hot, or smoothed)
     * @param gradient {@code [N, K]}, becomes {@code (softmax · Σ targets - targets) / N}
     * @return the mean over the N rows, finite for any finite logits
     */
    double softmaxCrossEntropy(Tensor logits, Tensor targets, Tensor gradient);

    /**
     * Counts the rows whose largest number (the first of equals) stands where the target's does.
     *
     * @param logits {@code [N, K]}
     * @param targets {@code [N, K]}, for example one-hot
     */
    default int countRight(Tensor logits, Tensor targets) {
        Shapes.require(targets, logits.shape(), "countRight");
        Tensor guesses = logits.toHost();
        Tensor answers = targets.toHost();
        int right = 0;
        for (int row = 0; row < logits.dim(0); row++) {
            right += Rows.largest(guesses, row) == Rows.largest(answers, row) ? 1 : 0;
        }
        return right;
    }

    // --- optimizers -------------------------------------------------------------------------------------------

    /** Updates a parameter without momentum; {@code step.momentum()} is 0. */
    void sgd(SgdStep step, Tensor value, Tensor gradient);

    /** Updates a parameter and its velocity, which starts at zeros. */
    void sgdMomentum(SgdStep step, Tensor value, Tensor gradient, Tensor velocity);

    /** Updates a parameter and its two moments, which start at zeros. */
    void adam(AdamStep step, Tensor value, Tensor gradient, Tensor firstMoment, Tensor secondMoment);

    /**
     * Updates many parameters, each as {@link #sgd(SgdStep, Tensor, Tensor)} or {@link #sgdMomentum} would. A device may do it
     * at one request.
     *
     * @param weights for the parameters that a penalty applies to, with the same momentum as {@code others}
     */
    default void sgd(SgdStep weights, SgdStep others, List<Update> updates) {
        for (Update update : updates) {
            SgdStep step = update.decayed() ? weights : others;
            if (step.momentum() == 0) {
                sgd(step, update.value(), update.gradient());
            } else {
                sgdMomentum(
                        step,
                        update.value(),
                        update.gradient(),
                        update.moments().getFirst());
            }
        }
    }

    /**
     * Updates many parameters, each as {@link #adam(AdamStep, Tensor, Tensor, Tensor, Tensor)} would.
     *
     * @param weights for the parameters that a penalty applies to; differs from {@code others} in the penalty alone
     */
    default void adam(AdamStep weights, AdamStep others, List<Update> updates) {
        for (Update update : updates) {
            adam(
                    update.decayed() ? weights : others,
                    update.value(),
                    update.gradient(),
                    update.moments().get(0),
                    update.moments().get(1));
        }
    }

    /** Returns Σ x², summed in a fixed order; not finite if any element is not. */
    double sumOfSquares(Tensor tensor);
}
