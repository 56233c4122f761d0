package io.gradlab.nn.kernel.ladder;

/** The definition: seven loops and a test at the border. */
public final class NaiveConvolution {
    private NaiveConvolution() {}

    /** Computes {@code y[n, o, r, s] = Σ_c,i,j x[n, c, r + i - 1, s + j - 1] · w[o, c, i, j]}; see {@link Maps}. */
    public static void convolve(Maps maps, float[] x, float[] w, float[] y) {
        for (int n = 0; n < maps.images(); n++) {
            for (int o = 0; o < maps.outputs(); o++) {
                for (int r = 0; r < maps.height(); r++) {
                    for (int s = 0; s < maps.width(); s++) {
                        y[((n * maps.outputs() + o) * maps.height() + r) * maps.width() + s] =
                                place(maps, x, n, w, o, r, s);
                    }
                }
            }
        }
    }

    private static float place(Maps maps, float[] x, int n, float[] w, int o, int r, int s) {
        float sum = 0;
        for (int c = 0; c < maps.channels(); c++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    int row = r + i - 1;
                    int column = s + j - 1;
                    if (row >= 0 && row < maps.height() && column >= 0 && column < maps.width()) {
                        sum += x[((n * maps.channels() + c) * maps.height() + row) * maps.width() + column]
                                * w[((o * maps.channels() + c) * 3 + i) * 3 + j];
                    }
                }
            }
        }
        return sum;
    }
}
