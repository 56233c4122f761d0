package io.gradlab.solutions.lab2;

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
        // BEGIN SOLUTION 2.3
        float[] x = input.data();
        float[] rows = columns.data();
        int at = 0; // the matrix is filled in its own order
        for (int n = 0; n < output.dim(0); n++) {
            for (int r = 0; r < output.dim(2); r++) {
                for (int s = 0; s < output.dim(3); s++) {
                    for (int c = 0; c < channels; c++) {
                        for (int i = 0; i < window.kernelHeight(); i++) {
                            for (int j = 0; j < window.kernelWidth(); j++) {
                                int h = r * window.stride() - window.padding() + i;
                                int v = s * window.stride() - window.padding() + j;
                                boolean inside = h >= 0 && h < height && v >= 0 && v < width;
                                rows[at++] = inside ? x[((n * channels + c) * height + h) * width + v] : 0;
                            }
                        }
                    }
                }
            }
        }
        return columns;
        // END SOLUTION
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
        // BEGIN SOLUTION 2.3
        Tensor columns = of(input, window);
        float[] rows = columns.data();
        float[] w = weight.data();
        float[] y = output.data();
        int filters = output.dim(1);
        int positions = output.dim(2) * output.dim(3);
        int length = columns.dim(1);
        for (int row = 0; row < columns.dim(0); row++) {
            int n = row / positions;
            int position = row % positions;
            for (int o = 0; o < filters; o++) {
                double sum = bias.data()[o];
                for (int k = 0; k < length; k++) {
                    sum += (double) rows[row * length + k] * w[o * length + k];
                }
                y[(n * filters + o) * positions + position] = (float) sum;
            }
        }
        return output;
        // END SOLUTION
    }
}
