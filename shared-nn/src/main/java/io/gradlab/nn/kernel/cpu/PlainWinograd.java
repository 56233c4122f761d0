package io.gradlab.nn.kernel.cpu;

/** Winograd's inner loops without the Vector API: the definition of what {@link SimdWinograd} computes. */
final class PlainWinograd implements WinogradLoops {
    private static final int PANEL = 16;
    private static final int SIDE = Winograd.PATCH;

    @Override
    public int panel() {
        return PANEL;
    }

    @Override
    public void transformInput(
            float[] x, int at, int rowStride, int channels, float[] v, int vAt, int planeStride, float[] half) {
        for (int c = 0; c < channels; c++) {
            for (int j = 0; j < SIDE; j++) {
                inputSide(x, at + c + j * channels, rowStride, half, j, SIDE);
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
            float[] m, int mAt, int planeStride, int channels, float[] y, int yAt, int rowStride, float[] half) {
        for (int c = 0; c < channels; c++) {
            for (int j = 0; j < SIDE; j++) {
                outputSide(m, mAt + c + j * planeStride, SIDE * planeStride, half, j, SIDE);
            }
            for (int i = 0; i < Winograd.TILE; i++) {
                outputSide(half, i * SIDE, 1, y, yAt + c + i * rowStride, channels);
            }
        }
    }

    private static void outputSide(float[] m, int at, int stride, float[] y, int yAt, int yStride) {
        float p = m[at + stride] + m[at + 2 * stride];
        float q = m[at + stride] - m[at + 2 * stride];
        float r = m[at + 3 * stride] + m[at + 4 * stride];
        float s = m[at + 3 * stride] - m[at + 4 * stride];
        y[yAt] = m[at] + p + r;
        y[yAt + yStride] = Math.fma(s, 2f, q);
        y[yAt + 2 * yStride] = Math.fma(r, 4f, p);
        y[yAt + 3 * yStride] = Math.fma(s, 8f, q) + m[at + 5 * stride];
    }
}
