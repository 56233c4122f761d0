package io.gradlab.nn.kernel.cpu;

/**
 * Transforms 3×3 weights, u = G w Gᵀ, all outputs of one input channel at a time, so that the JIT compiler can work on
 * whole vectors of outputs.
 */
final class WinogradWeights {
    private static final int SIDE = 3;

    private final int panel;
    private float[][] w = {}; // [9][at least outputs]
    private float[][] half = {}; // G w: [18][…]
    private float[][] u = {}; // G w Gᵀ: [36][…]

    WinogradWeights(int panel) {
        this.panel = panel;
    }

    /** Writes channel c's share of {@code [36][O / panel][C][panel]}. */
    void transform(Winograd.Maps maps, float[] weight, boolean mirrored, int c, float[] to) {
        int outputs = maps.outputs();
        if (w.length == 0 || w[0].length < outputs) {
            w = new float[SIDE * SIDE][outputs];
            half = new float[Winograd.PATCH * SIDE][outputs];
            u = new float[Winograd.PLANES][outputs];
        }
        for (int o = 0; o < outputs; o++) {
            int at = (mirrored ? c * outputs + o : o * maps.channels() + c) * SIDE * SIDE;
            for (int k = 0; k < SIDE * SIDE; k++) {
                w[k][o] = weight[mirrored ? at + SIDE * SIDE - 1 - k : at + k];
            }
        }
        for (int j = 0; j < SIDE; j++) {
            side(w[j], w[SIDE + j], w[2 * SIDE + j], half, j, SIDE, outputs);
        }
        for (int i = 0; i < Winograd.PATCH; i++) {
            side(half[i * SIDE], half[i * SIDE + 1], half[i * SIDE + 2], u, i * Winograd.PATCH, 1, outputs);
        }
        for (int f = 0; f < Winograd.PLANES; f++) {
            for (int o = 0; o < outputs; o += panel) {
                System.arraycopy(u[f], o, to, (f * outputs + o) * maps.channels() + c * panel, panel);
            }
        }
    }

    /** Computes G g for every output: six results, written to rows {@code first}, {@code first + step}, … */
    private static void side(float[] g0, float[] g1, float[] g2, float[][] to, int first, int step, int count) {
        quarter(g0, to[first], count);
        sixths(g0, g1, g2, -1, to[first + step], count);
        sixths(g0, g1, g2, 1, to[first + 2 * step], count);
        twentyFourths(g0, g1, g2, 2, to[first + 3 * step], count);
        twentyFourths(g0, g1, g2, -2, to[first + 4 * step], count);
        System.arraycopy(g2, 0, to[first + 5 * step], 0, count);
    }

    private static void quarter(float[] g0, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = 0.25f * g0[i];
        }
    }

    private static void sixths(float[] g0, float[] g1, float[] g2, float sign, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = (sign * g1[i] - (g0[i] + g2[i])) * (1 / 6f);
        }
    }

    private static void twentyFourths(float[] g0, float[] g1, float[] g2, float factor, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = ((g0[i] + 4 * g2[i]) + factor * g1[i]) * (1 / 24f);
        }
    }
}
