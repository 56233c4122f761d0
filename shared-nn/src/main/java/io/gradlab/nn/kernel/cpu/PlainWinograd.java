package io.gradlab.nn.kernel.cpu;

/** Winograd's inner loops without the Vector API: the definition of what {@link SimdWinograd} computes. */
final class PlainWinograd implements WinogradLoops {
    private static final int PANEL = 16;
    private static final float NO_FLOOR = Float.NEGATIVE_INFINITY;
    private static final int SIDE = WinogradForm.PATCH;

    @Override
    public int panel() {
        return PANEL;
    }

    @Override
    public void transformInput(
            float[] x,
            int at,
            int rowStride,
            int pixelStride,
            int count,
            float[] v,
            int vAt,
            int planeStride,
            float[] half) {
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < SIDE; j++) {
                inputSide(x, at + c + j * pixelStride, rowStride, half, j, SIDE);
            }
            for (int i = 0; i < SIDE; i++) {
                inputSide(half, i * SIDE, 1, v, vAt + c + i * SIDE * planeStride, planeStride);
            }
        }
    }

    private static void inputSide(float[] d, int at, int stride, float[] t, int tAt, int tStride) {
        float d1 = d[at + stride];
        float d2 = d[at + 2 * stride];
        float d3 = d[at + 3 * stride];
        float d4 = d[at + 4 * stride];
        float even = Math.fma(d2, -4f, d4);
        float odd = Math.fma(d1, -4f, d3);
        float outer = d4 - d2;
        float inner = d3 - d1;
        t[tAt] = Math.fma(d[at], 4f, Math.fma(d2, -5f, d4));
        t[tAt + tStride] = even + odd;
        t[tAt + 2 * tStride] = even - odd;
        t[tAt + 3 * tStride] = outer + (inner + inner);
        t[tAt + 4 * tStride] = outer - (inner + inner);
        t[tAt + 5 * tStride] = Math.fma(d1, 4f, Math.fma(d3, -5f, d[at + 5 * stride]));
    }

    @Override
    public void product(
            int depth, float[] a, int aAt, int aStride, float[] b, int bAt, float[] c, int cAt, int cStride) {
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < PANEL; j++) {
                float chain = 0;
                for (int p = 0; p < depth; p++) {
                    chain = Math.fma(a[aAt + i * aStride + p], b[bAt + p * PANEL + j], chain);
                }
                c[cAt + i * cStride + j] = chain;
            }
        }
    }

    @Override
    public void transformOutput(
            WinogradForm form,
            float[] m,
            int mAt,
            int planeStride,
            int channels,
            float[] bias,
            float floor,
            float[] y,
            int yAt,
            int rowStride,
            int pixelStride,
            float[] half) {
        for (int c = 0; c < channels; c++) {
            for (int j = 0; j < SIDE; j++) {
                outputSide(form, m, mAt + c + j * planeStride, SIDE * planeStride, 0, NO_FLOOR, half, j, SIDE);
            }
            for (int i = 0; i < form.tile(); i++) {
                outputSide(form, half, i * SIDE, 1, bias[c], floor, y, yAt + c + i * rowStride, pixelStride);
            }
        }
    }

    private static void outputSide(
            WinogradForm form,
            float[] m,
            int at,
            int stride,
            float added,
            float floor,
            float[] y,
            int yAt,
            int yStride) {
        float p = m[at + stride] + m[at + 2 * stride] + added;
        float q = m[at + stride] - m[at + 2 * stride] + added;
        float r = m[at + 3 * stride] + m[at + 4 * stride];
        float s = m[at + 3 * stride] - m[at + 4 * stride];
        float last = m[at + 5 * stride];
        y[yAt] = Math.max(floor, m[at] + p + r);
        if (form == WinogradForm.TWO_BY_FIVE) {
            y[yAt + yStride] = Math.max(floor, Math.fma(s, 2f, q) + last);
            return;
        }
        y[yAt + yStride] = Math.max(floor, Math.fma(s, 2f, q));
        y[yAt + 2 * yStride] = Math.max(floor, Math.fma(r, 4f, p));
        y[yAt + 3 * yStride] = Math.max(floor, Math.fma(s, 8f, q) + last);
    }

    @Override
    public void transformGradient(
            WinogradForm form,
            float[] g,
            int at,
            int rowStride,
            int pixelStride,
            int count,
            float[] t,
            int tAt,
            int planeStride,
            float[] half) {
        int tile = form.tile();
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < tile; j++) {
                gradientSide(tile, g, at + c + j * pixelStride, rowStride, half, j, tile);
            }
            for (int i = 0; i < SIDE; i++) {
                gradientSide(tile, half, i * tile, 1, t, tAt + c + i * SIDE * planeStride, planeStride);
            }
        }
    }

    private static void gradientSide(int tile, float[] g, int at, int stride, float[] t, int tAt, int tStride) {
        float g0 = g[at];
        float g1 = g[at + stride];
        float g2 = tile == 2 ? 0 : g[at + 2 * stride];
        float g3 = tile == 2 ? 0 : g[at + 3 * stride];
        float even = tile == 2 ? g0 : g0 + g2;
        float odd = tile == 2 ? g1 : g1 + g3;
        float evenAtTwo = tile == 2 ? g0 : Math.fma(g2, 4f, g0);
        float oddAtTwo = 2 * (tile == 2 ? g1 : Math.fma(g3, 4f, g1));
        t[tAt] = g0;
        t[tAt + tStride] = even + odd;
        t[tAt + 2 * tStride] = even - odd;
        t[tAt + 3 * tStride] = evenAtTwo + oddAtTwo;
        t[tAt + 4 * tStride] = evenAtTwo - oddAtTwo;
        t[tAt + 5 * tStride] = tile == 2 ? g1 : g3;
    }
}
