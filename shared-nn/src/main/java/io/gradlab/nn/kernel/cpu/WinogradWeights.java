package io.gradlab.nn.kernel.cpu;

/**
 * Transforms weights, u = G w Gᵀ, all outputs of one input channel at a time, so that the JIT compiler can work on whole
 * vectors of outputs; eight channels are fetched together, because their weights are neighbours in memory. G evaluates the polynomial with coefficients g at Winograd's points: on one side,
 *
 * <pre>{@code
 * g(0) / 4,  -g(1) / 6,  -g(-1) / 6,  g(2) / 24,  g(-2) / 24,  the last g
 * }</pre>
 */
final class WinogradWeights {
    /** Input channels that are transformed together. */
    static final int CHANNELS = 8;

    private final int panel;
    private float[][] w = {}; // [at least 8 k²][at least outputs]
    private float[][] half = {}; // G w: [6 k][…]
    private float[][] u = {}; // G w Gᵀ: [36][…]

    WinogradWeights(int panel) {
        this.panel = panel;
    }

    /** Writes the share of channels c to c + 7 of {@code [36][O / panel][C][panel]}. */
    void transform(WinogradMaps maps, float[] weight, boolean mirrored, int c, float[] to) {
        int side = maps.form().kernel();
        makeRoom(side, maps.outputs());
        if (mirrored) {
            fetchMirrored(maps, weight, c);
        } else {
            fetch(maps, weight, c);
        }
        for (int i = 0; i < CHANNELS; i++) {
            transform(maps, i * side * side, c + i, to);
        }
    }

    private void makeRoom(int side, int outputs) {
        if (w.length < CHANNELS * side * side || w[0].length < outputs) {
            w = new float[CHANNELS * side * side][outputs];
            half = new float[WinogradForm.PATCH * side][outputs];
            u = new float[WinogradForm.PLANES][outputs];
        }
    }

    private void fetch(WinogradMaps maps, float[] weight, int c) {
        int taps = maps.form().kernel() * maps.form().kernel();
        for (int o = 0; o < maps.outputs(); o++) {
            int at = (o * maps.channels() + c) * taps;
            for (int k = 0; k < CHANNELS * taps; k++) {
                w[k][o] = weight[at + k];
            }
        }
    }

    private void fetchMirrored(WinogradMaps maps, float[] weight, int c) {
        int taps = maps.form().kernel() * maps.form().kernel();
        for (int i = 0; i < CHANNELS; i++) {
            for (int o = 0; o < maps.outputs(); o++) {
                int last = ((c + i) * maps.outputs() + o) * taps + taps - 1;
                for (int k = 0; k < taps; k++) {
                    w[i * taps + k][o] = weight[last - k];
                }
            }
        }
    }

    /** Transforms the kernels of channel c, which are rows {@code first} and on of w. */
    private void transform(WinogradMaps maps, int first, int c, float[] to) {
        int outputs = maps.outputs();
        int side = maps.form().kernel();
        for (int j = 0; j < side; j++) {
            side(side, w, first + j, side, half, j, side, outputs);
        }
        for (int i = 0; i < WinogradForm.PATCH; i++) {
            side(side, half, i * side, 1, u, i * WinogradForm.PATCH, 1, outputs);
        }
        for (int f = 0; f < WinogradForm.PLANES; f++) {
            for (int o = 0; o < outputs; o += panel) {
                System.arraycopy(u[f], o, to, (f * outputs + o) * maps.channels() + c * panel, panel);
            }
        }
    }

    /** Computes G g for every output, from rows {@code first + k · step} of g to six rows of the result. */
    private static void side(
            int side, float[][] g, int first, int step, float[][] to, int toFirst, int toStep, int count) {
        float[] last = g[first + (side - 1) * step];
        if (side == 3) {
            three(g[first], g[first + step], last, to, toFirst, toStep, count);
        } else {
            five(g[first], g[first + step], g[first + 2 * step], g[first + 3 * step], last, to, toFirst, toStep, count);
        }
        System.arraycopy(last, 0, to[toFirst + 5 * toStep], 0, count);
    }

    private static void three(float[] g0, float[] g1, float[] g2, float[][] to, int first, int step, int count) {
        float[] t0 = to[first];
        float[] t1 = to[first + step];
        float[] t2 = to[first + 2 * step];
        float[] t3 = to[first + 3 * step];
        float[] t4 = to[first + 4 * step];
        for (int i = 0; i < count; i++) {
            float even = g0[i] + g2[i];
            float evenAtTwo = g0[i] + 4 * g2[i];
            t0[i] = 0.25f * g0[i];
            t1[i] = (even + g1[i]) * (-1 / 6f);
            t2[i] = (even - g1[i]) * (-1 / 6f);
            t3[i] = (evenAtTwo + 2 * g1[i]) * (1 / 24f);
            t4[i] = (evenAtTwo - 2 * g1[i]) * (1 / 24f);
        }
    }

    private static void five(
            float[] g0, float[] g1, float[] g2, float[] g3, float[] g4, float[][] to, int first, int step, int count) {
        float[] t0 = to[first];
        float[] t1 = to[first + step];
        float[] t2 = to[first + 2 * step];
        float[] t3 = to[first + 3 * step];
        float[] t4 = to[first + 4 * step];
        for (int i = 0; i < count; i++) {
            float even = g0[i] + g2[i] + g4[i];
            float odd = g1[i] + g3[i];
            float evenAtTwo = g0[i] + 4 * g2[i] + 16 * g4[i];
            float oddAtTwo = 2 * g1[i] + 8 * g3[i];
            t0[i] = 0.25f * g0[i];
            t1[i] = (even + odd) * (-1 / 6f);
            t2[i] = (even - odd) * (-1 / 6f);
            t3[i] = (evenAtTwo + oddAtTwo) * (1 / 24f);
            t4[i] = (evenAtTwo - oddAtTwo) * (1 / 24f);
        }
    }
}
