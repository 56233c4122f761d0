package io.gradlab.course;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The contract of lab 2: the parts of a convolutional network. Images are {@code [N, C, H, W]}. */
public interface Lab2 {

    /** Returns a layer that makes a row of each sample: {@code [N, ...]} to {@code [N, D]} (task 2.0). */
    Layer flatten();

    /**
     * Computes how many windows fit into a line, {@code floor((input + 2·padding - kernel) / stride) + 1}; 0 or less
     * where not even one does (task 2.1).
     */
    int outputSize(int input, int kernel, int stride, int padding);

    /**
     * Computes a convolution (in fact a cross-correlation) by plain loops (task 2.2).
     *
     * @param input {@code [N, C, H, W]}
     * @param weight {@code [O, C, kh, kw]}
     * @param bias {@code [O]}
     * @param stride at least 1
     * @param padding zeros on each of the four sides, at least 0
     * @return {@code [N, O, OH, OW]}
     */
    Tensor convolve(Tensor input, Tensor weight, Tensor bias, int stride, int padding);

    /**
     * Writes each window as a row (task 2.3, "im2col").
     *
     * @param input {@code [N, C, H, W]}
     * @return {@code [N·OH·OW, C·kh·kw]}: row (n, y, x), column (c, i, j), zeros where the window hangs over the edge
     */
    Tensor columns(Tensor input, int kernelHeight, int kernelWidth, int stride, int padding);

    /** Computes what {@link #convolve} does, as a product of {@link #columns} and the weight (task 2.3). */
    Tensor convolveByColumns(Tensor input, Tensor weight, Tensor bias, int stride, int padding);

    /**
     * Returns a convolution layer (task 2.4).
     *
     * @param weight {@code [O, C, kh, kw]}, becomes the parameter {@code weight}; used, not copied
     * @param bias {@code [O]}, becomes the parameter {@code bias}; used, not copied
     */
    Layer convolution(Tensor weight, Tensor bias, int stride, int padding);

    /**
     * Returns a layer of the largest value of each window; what fills no window is dropped (task 2.5). Of equal values the
     * first of the window, row by row, wins: it alone gets the gradient.
     */
    Layer maxPool(int size, int stride);

    /** Returns a layer of the mean of each window; what fills no window is dropped (task 2.6). */
    Layer averagePool(int size, int stride);

    /**
     * Returns a batch normalization of {@code [N, C, H, W]} with ε 1e-5 and momentum 0.1, running mean 0 and variance 1
     * to start from (task 2.7). In training, an input with one value per channel ({@code [1, C, 1, 1]}) is refused with an
     * {@link IllegalArgumentException}, for one value has no variance.
     *
     * @param weight γ, {@code [C]}
     * @param bias β, {@code [C]}
     */
    Layer batchNorm(Tensor weight, Tensor bias);

    /** Returns a layer that in training sets a share of the numbers to 0 and divides the others by 1 - rate (2.8). */
    Layer dropout(double rate);

    /** Returns a layer that does so with whole channels of {@code [N, C, H, W]} (task 2.8). */
    Layer dropout2d(double rate);

    /**
     * Returns a leaky ReLU, {@code y = x > 0 ? x : slope · x} (task 2.9).
     *
     * @param slope of the negative side, in [0, 1)
     */
    Layer leakyRelu(double slope);

    /** Returns the scaled exponential linear unit, {@code y = λ · (x > 0 ? x : α · (e^x - 1))} (task 2.9). */
    Layer selu();

    /** Returns Adam with β₁ 0.9, β₂ 0.999, ε 1e-8 (task 2.10). */
    Optimizer adam();

    /** Computes {@code λ/2 · Σ w²} over the parameters that an L2 penalty applies to (task 2.11). */
    double penalty(List<Parameter> parameters, double lambda);

    /** Returns gradient descent on the loss and its L2 penalty together (task 2.11). */
    Optimizer penalizedSgd(double lambda);

    /** Mirrors images {@code [N, C, H, W]}, left for right (task 2.12). */
    Tensor flip(Tensor images);

    /** Returns how bright pixels are: {@code [N, 3, H, W]} to {@code [N, 1, H, W]} (task 2.12). */
    Tensor grayscale(Tensor images);

    /** Moves images down and to the right, or up and to the left if negative; zeros move in (task 2.12). */
    Tensor shift(Tensor images, int down, int right);

    /**
     * Takes each channel's mean away and divides by its deviation (task 2.12).
     *
     * @param mean {@code [C]}
     * @param deviation {@code [C]}, above 0
     */
    Tensor normalize(Tensor images, Tensor mean, Tensor deviation);

    /**
     * Returns LeNet (task 2.13), from images {@code [N, C, H, W]} to logits {@code [N, K]}.
     *
     * @param parameters weight and bias of {@code conv1}, {@code conv2}, {@code fc1}, {@code fc2} and {@code fc3}, named
     *     as {@code conv1.weight}; used, not copied
     * @param parts where the network takes this lab's layers from
     */
    Layer lenet(Map<String, Tensor> parameters, Lab2 parts);

    /**
     * Counts what was taken for what (task 2.14).
     *
     * @param labels the true class of each sample, in 0 .. classes - 1
     * @param predictions the predicted class of each sample
     * @return counts {@code [K, K]}: row = true class, column = predicted class
     */
    Tensor confusion(int[] labels, int[] predictions, int classes);

    /**
     * Computes for each class the share of its samples that were predicted right (task 2.14).
     *
     * @param counts {@code [K, K]}, as {@link #confusion} returns them
     * @return {@code [K]}, in [0, 1]; NaN for a class without samples
     */
    Tensor classAccuracies(Tensor counts);

    /**
     * Finds the nearest neighbours of a sample by Euclidean distance, itself excluded (task 2.15).
     *
     * @param embeddings {@code [N, D]}
     * @param count at most N - 1
     * @return their numbers, the nearest first
     */
    int[] neighbours(Tensor embeddings, int sample, int count);

    /** Says whether a step of gradient descent had the L2 penalty's gradient in it, or that of the loss alone (2.15). */
    boolean penaltyTrains(Tensor before, Tensor after, Tensor lossGradient, double learningRate, double lambda);

    /**
     * Finds the first wrong size in a description of layers without padding (task 2.15).
     *
     * @param size height and width of the images
     * @param kernels of each layer, convolution or pool
     * @param strides of each layer
     * @param claimed the size that is claimed after each layer
     * @return the place of the first claim that is wrong, from 0 on; -1 if all are right
     */
    int firstWrongSize(int size, int[] kernels, int[] strides, int[] claimed);

    /** Returns how many samples a loop sees that looks at the first {@code perBatch} of each batch only (2.15). */
    int samplesCounted(int samples, int batchSize, int perBatch);

    /**
     * Says whether the accuracy of those samples can be a chance deviation from that of all of them: whether they are no
     * further apart than {@code 1.96 √(a (1 - a) / n · (1 - n / samples))}, a of all and n as counted (task 2.15).
     */
    boolean mayAgree(double all, double counted, int samples, int batchSize, int perBatch);

    /** Computes the least cross-entropy that a network can reach whose probabilities go through softmax again (2.15). */
    double doubleSoftmaxFloor(int classes);

    /**
     * Says whether a network was validated in evaluation mode (task 2.15).
     *
     * @param once its outputs for a batch
     * @param again its outputs for the same batch a second time
     * @param before batch norm's running statistics before these two passes
     * @param after the same statistics after them
     */
    ModeVerdict judgeMode(Tensor once, Tensor again, Tensor before, Tensor after);

    /** Chooses a network that learns the built-in shapes within a budget of arithmetic (task 2.16). */
    CnnConfig shapesRecipe(Seed seed);

    /** Returns an untrained classifier of images {@code [N, C, H, W]} whose layers come from {@code parts}; given. */
    default Classifier cnn(CnnConfig config, Lab2 parts) {
        return new CnnClassifier(config, parts);
    }
}
