package io.gradlab.nn.kernel.ladder;

import java.util.Arrays;

/**
 * The matrix of {@link UnfoldedConvolution} is never written: packing, which copies each block anyway, takes the numbers
 * straight from the image.
 */
public final class ImplicitConvolution {
    private ImplicitConvolution() {}

    /** Computes a convolution; see {@link NaiveConvolution#convolve}. */
    public static void convolve(Maps maps, float[] x, float[] w, float[] y) {
        PackedMatmul matmul = new PackedMatmul();
        Arrays.fill(y, 0);
        for (int n = 0; n < maps.images(); n++) {
            float[] image = Padded.copy(maps, x, n);
            PackedMatmul.Rows rows = (tap, pixel, count, to, at) -> copy(maps, image, tap, pixel, count, to, at);
            matmul.multiply(
                    maps.outputs(), maps.pixels(), maps.taps(), w, 0, rows, y, n * maps.outputs() * maps.pixels());
        }
    }

    /** Copies what a tap of the window sees at {@code count} places, a run for each row of the image. */
    private static void copy(Maps maps, float[] image, int tap, int pixel, int count, float[] to, int at) {
        for (int done = 0; done < count; ) {
            int row = (pixel + done) / maps.width();
            int column = (pixel + done) % maps.width();
            int run = Math.min(count - done, maps.width() - column);
            System.arraycopy(image, Padded.at(maps, tap, row) + column, to, at + done, run);
            done += run;
        }
    }
}
