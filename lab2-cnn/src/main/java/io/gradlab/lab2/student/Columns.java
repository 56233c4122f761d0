package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.3: the convolution as a product of matrices. Each window becomes a row of a matrix ("im2col"), each filter is a
 * row of another already: the output is all their scalar products.
 */
public final class Columns {

    /**
     * Writes the windows out: number (c, i, j) of window (n, r, s) is {@code x[n, c, r·stride - padding + i, s·stride -
     * padding + j]}, or 0 outside of the image.
     *
     * @param input x, {@code [N, C, H, W]}; do not change it
     * @param window kernel size, stride and padding
     * @return {@code [N·OH·OW, C·kh·kw]}: one row for each window, in the order (n, r, s); columns in the order (c, i, j)
     */
    public Tensor of(Tensor input, WindowGeometry window) {
        int channels = input.dim(1);
        int height = input.dim(2);
        int width = input.dim(3);
        Shape output = window.output(input.shape(), 1);
        Tensor columns = Tensor.zeros(output.size(), channels * window.kernelHeight() * window.kernelWidth());
        throw new NotImplemented("2.3");
    }

    /**
     * Computes the convolution from the windows: {@code y[n, o, r, s] = b[o] + Σ_k columns[(n, r, s), k] · W[o, k]}, with
     * k = (c, i, j).
     *
     * <p>The product of the matrices is {@code [N·OH·OW, O]}; its numbers must go to their places in {@code [N, O, OH,
     * OW]}.
     *
     * @return y, {@code [N, O, OH, OW]}
     */
    public Tensor convolve(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        WindowGeometry window = new WindowGeometry(weight.dim(2), weight.dim(3), stride, padding);
        Tensor output = Tensor.zeros(window.output(input.shape(), weight.dim(0)));
        throw new NotImplemented("2.3");
    }
}
