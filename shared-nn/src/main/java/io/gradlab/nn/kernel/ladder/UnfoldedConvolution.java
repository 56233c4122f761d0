package io.gradlab.nn.kernel.ladder;

import java.util.Arrays;

/**
 * Convolution as a matrix product: what the window sees at each place becomes a column of a matrix (im2col; Chellapilla, Puri
 * and Simard, 2006). The product is fast; the matrix is nine times as large as the image, and has to be written and read.
 */
public final class UnfoldedConvolution {
    private UnfoldedConvolution() {}

    /** Computes a convolution; see {@link NaiveConvolution#convolve}. */
    public static void convolve(Maps maps, float[] x, float[] w, float[] y) {
        int pixels = maps.pixels();
        float[] unfolded = new float[maps.taps() * pixels];
        PackedMatmul matmul = new PackedMatmul();
        Arrays.fill(y, 0);
        for (int n = 0; n < maps.images(); n++) {
            float[] image = Padded.copy(maps, x, n);
            for (int tap = 0; tap < maps.taps(); tap++) {
                for (int row = 0; row < maps.height(); row++) {
                    System.arraycopy(
                            image,
                            Padded.at(maps, tap, row),
                            unfolded,
                            tap * pixels + row * maps.width(),
                            maps.width());
                }
            }
            PackedMatmul.Rows rows =
                    (row, column, count, to, at) -> System.arraycopy(unfolded, row * pixels + column, to, at, count);
            matmul.multiply(maps.outputs(), pixels, maps.taps(), w, 0, rows, y, n * maps.outputs() * pixels);
        }
    }
}
