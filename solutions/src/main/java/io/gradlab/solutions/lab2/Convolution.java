package io.gradlab.solutions.lab2;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.2: the convolution by seven loops: image, filter, row and column of the output; channel, row and column of the
 * window.
 *
 * <p>Number (n, c, h, w) of a tensor {@code [N, C, H, W]} stands at {@code ((n * C + c) * H + h) * W + w} of its array.
 * Add up in {@code double}, and round to {@code float} once.
 */
public final class Convolution {

    /**
     * Computes {@code y[n, o, r, s] = b[o] + Σ_c Σ_i Σ_j x[n, c, r·stride - padding + i, s·stride - padding + j] · W[o,
     * c, i, j]}, where x is 0 outside of the image.
     *
     * @param input x, {@code [N, C, H, W]}; do not change it
     * @param weight W, {@code [O, C, kh, kw]}
     * @param bias b, {@code [O]}
     * @param stride at least 1
     * @param padding at least 0
     * @return y, {@code [N, O, OH, OW]}
     */
    public Tensor apply(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        WindowGeometry window = new WindowGeometry(weight.dim(2), weight.dim(3), stride, padding);
        Tensor output = Tensor.zeros(window.output(input.shape(), weight.dim(0)));
        // BEGIN SOLUTION 2.2
        float[] b = bias.data();
        float[] y = output.data();
        int at = 0; // the output is filled in its own order
        for (int n = 0; n < output.dim(0); n++) {
            for (int o = 0; o < output.dim(1); o++) {
                for (int row = 0; row < output.dim(2); row++) {
                    for (int column = 0; column < output.dim(3); column++) {
                        int top = row * stride - padding;
                        int left = column * stride - padding;
                        y[at++] = (float) (b[o] + windowSum(input, n, weight, o, top, left));
                    }
                }
            }
        }
        return output;
        // END SOLUTION
    }

    /**
     * Computes {@code Σ_c Σ_i Σ_j x[n, c, top + i, left + j] · W[o, c, i, j]}, the three inner loops.
     *
     * @param top row of the window's upper edge; negative where it hangs over the image
     * @param left column of its left edge
     */
    private static double windowSum(Tensor input, int n, Tensor weight, int o, int top, int left) {
        // BEGIN SOLUTION 2.2
        int channels = input.dim(1);
        int height = input.dim(2);
        int width = input.dim(3);
        int kernelHeight = weight.dim(2);
        int kernelWidth = weight.dim(3);
        float[] x = input.data();
        float[] w = weight.data();
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < kernelHeight; i++) {
                for (int j = 0; j < kernelWidth; j++) {
                    int h = top + i;
                    int v = left + j;
                    if (h >= 0 && h < height && v >= 0 && v < width) {
                        sum += (double) x[((n * channels + c) * height + h) * width + v]
                                * w[((o * channels + c) * kernelHeight + i) * kernelWidth + j];
                    }
                }
            }
        }
        return sum;
        // END SOLUTION
    }
}
