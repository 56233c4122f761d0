package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
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
        throw new NotImplemented("2.2");
    }

    /**
     * Computes {@code Σ_c Σ_i Σ_j x[n, c, top + i, left + j] · W[o, c, i, j]}, the three inner loops.
     *
     * @param top row of the window's upper edge; negative where it hangs over the image
     * @param left column of its left edge
     */
    private static double windowSum(Tensor input, int n, Tensor weight, int o, int top, int left) {
        throw new NotImplemented("2.2");
    }
}
