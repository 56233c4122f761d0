package io.gradlab.nn.kernel.cpu;

/**
 * Turns the 36 sums of a weight gradient into kernels, dw = Gᵀ m G, all input channels of one output at a time, so that the
 * JIT compiler can work on whole vectors of channels. On one side, with
 *
 * <pre>{@code
 * p = -(m1 + m2) / 6,  q = -(m1 - m2) / 6,  r = (m3 + m4) / 24,  s = (m3 - m4) / 24:
 *     m0 / 4 + p + r,   q + 2 s,   p + 4 r,   q + 8 s,   p + 16 r        m5 is added to the last of k rows
 * }</pre>
 */
final class WinogradSums {
    private float[][] m = {}; // [36][at least channels]
    private float[][] half = {}; // [at least 6 k][…]
    private float[][] w = {}; // [at least k²][…]

    /** Writes output channel o's share of {@code [O, C, k, k]}. */
    void transform(WinogradMaps maps, float[] sums, int o, float[] to) {
        int channels = maps.channels();
        int plane = maps.outputs() * channels;
        int side = maps.form().kernel();
        int taps = side * side;
        if (m.length == 0 || m[0].length < channels || w.length < taps) {
            m = new float[WinogradForm.PLANES][channels];
            half = new float[WinogradForm.PATCH * side][channels];
            w = new float[taps][channels];
        }
        for (int f = 0; f < WinogradForm.PLANES; f++) {
            System.arraycopy(sums, f * plane + o * channels, m[f], 0, channels);
        }
        for (int j = 0; j < WinogradForm.PATCH; j++) {
            side(side, m, j, WinogradForm.PATCH, half, j, WinogradForm.PATCH, channels);
        }
        for (int i = 0; i < side; i++) {
            side(side, half, i * WinogradForm.PATCH, 1, w, i * side, 1, channels);
        }
        for (int k = 0; k < taps; k++) {
            float[] row = w[k];
            for (int c = 0; c < channels; c++) {
                to[(o * channels + c) * taps + k] = row[c];
            }
        }
    }

    private static void side(
            int side, float[][] from, int first, int step, float[][] to, int toFirst, int toStep, int count) {
        float[] m0 = from[first];
        float[] m1 = from[first + step];
        float[] m2 = from[first + 2 * step];
        float[] m3 = from[first + 3 * step];
        float[] m4 = from[first + 4 * step];
        float[] m5 = from[first + 5 * step];
        float[] t0 = to[toFirst];
        float[] t1 = to[toFirst + toStep];
        float[] t2 = to[toFirst + 2 * toStep];
        for (int i = 0; i < count; i++) {
            float p = (m1[i] + m2[i]) * (-1 / 6f);
            float r = (m3[i] + m4[i]) * (1 / 24f);
            t0[i] = 0.25f * m0[i] + p + r;
            t1[i] = (m1[i] - m2[i]) * (-1 / 6f) + (m3[i] - m4[i]) * (1 / 12f);
            t2[i] = p + 4 * r;
        }
        if (side == 5) {
            float[] t3 = to[toFirst + 3 * toStep];
            float[] t4 = to[toFirst + 4 * toStep];
            for (int i = 0; i < count; i++) {
                t3[i] = (m1[i] - m2[i]) * (-1 / 6f) + (m3[i] - m4[i]) * (1 / 3f);
                t4[i] = (m1[i] + m2[i]) * (-1 / 6f) + (m3[i] + m4[i]) * (2 / 3f);
            }
        }
        float[] last = to[toFirst + (side - 1) * toStep];
        for (int i = 0; i < count; i++) {
            last[i] += m5[i];
        }
    }
}
