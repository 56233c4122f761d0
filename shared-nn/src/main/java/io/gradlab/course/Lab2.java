package io.gradlab.course;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
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

    /** Returns a layer of the largest value of each window; what fills no window is dropped (task 2.5). */
    Layer maxPool(int size, int stride);

    /** Returns a layer of the mean of each window; what fills no window is dropped (task 2.6). */
    Layer averagePool(int size, int stride);

    /**
     * Returns a batch normalization of {@code [N, C, H, W]} with ε 1e-5 and momentum 0.1, running mean 0 and variance 1
     * to start from (task 2.7).
     *
     * @param weight γ, {@code [C]}
     * @param bias β, {@code [C]}
     */
    Layer batchNorm(Tensor weight, Tensor bias);

    /** Returns a layer that in training sets a share of the numbers to 0 and divides the others by 1 - rate (2.8). */
    Layer dropout(double rate);

    /** Returns a layer that does so with whole channels of {@code [N, C, H, W]} (task 2.8). */
    Layer dropout2d(double rate);

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
}
