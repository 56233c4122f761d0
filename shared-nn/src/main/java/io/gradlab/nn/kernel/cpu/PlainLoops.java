package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/** The inner loops without the Vector API: slow, readable, and the definition of what {@link SimdLoops} computes. */
final class PlainLoops implements Loops {
    private static final int ROWS = 4;
    private static final int COLUMNS = 16;

    private final String reason;

    PlainLoops(String reason) {
        this.reason = reason;
    }

    @Override
    public String description() {
        return "plain loops, slow (" + reason + ")";
    }

    @Override
    public int tileRows() {
        return ROWS;
    }

    @Override
    public int tileColumns() {
        return COLUMNS;
    }

    @Override
    public void tile(
            int rows,
            int depth,
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] c,
            int cAt,
            int cStride) {
        float[] chain = new float[COLUMNS];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(chain, 0);
            for (int p = 0; p < depth; p++) {
                float x = a[aAt + p * aStride + i];
                int row = bAt + p * bStride;
                for (int j = 0; j < COLUMNS; j++) {
                    chain[j] = Math.fma(x, b[row + j], chain[j]);
                }
            }
            for (int j = 0; j < COLUMNS; j++) {
                c[cAt + i * cStride + j] += chain[j];
            }
        }
    }

    @Override
    public void placeTile(
            int depth,
            float[] a,
            int[] places,
            int at,
            int shift,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int cStride) {
        for (int i = 0; i < 8; i++) {
            int row = places[at + i] + shift;
            for (int j = 0; j < COLUMNS; j++) {
                float chain = 0;
                for (int p = 0; p < depth; p++) {
                    chain = Math.fma(a[row + p], b[bAt + p * COLUMNS + j], chain);
                }
                c[cAt + i * cStride + j] += chain;
            }
        }
    }

    @Override
    public void pixelTile(
            int depth,
            float[] a,
            int aAt,
            float[] b,
            int[] places,
            int at,
            int shift,
            float[] c,
            int cAt,
            int cStride) {
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                float chain = 0;
                for (int p = 0; p < depth; p++) {
                    chain = Math.fma(a[aAt + p * ROWS + i], b[places[at + p] + shift + j], chain);
                }
                c[cAt + i * cStride + j] += chain;
            }
        }
    }

    @Override
    public void turn(
            float[] from,
            int at,
            int plane,
            int channels,
            int count,
            float[] to,
            int[] places,
            int placesAt,
            int shift) {
        for (int c = 0; c < channels; c += Frame.GROUP) {
            turnEight(from, at + c * plane, plane, count, to, places, placesAt, shift + c);
        }
    }

    @Override
    public void turnBack(
            float[] from,
            int[] places,
            int placesAt,
            int shift,
            int channels,
            int count,
            float[] to,
            int at,
            int plane) {
        for (int c = 0; c < channels; c += Frame.GROUP) {
            turnEightBack(from, places, placesAt, shift + c, count, to, at + c * plane, plane);
        }
    }

    @Override
    public void copyStrips(float[] from, int at, int rowStride, int rows, int strips, float[] to) {
        for (int p = 0; p < rows; p++) {
            for (int strip = 0; strip < strips; strip++) {
                int source = at + p * rowStride + strip * COLUMNS;
                System.arraycopy(from, source, to, (strip * rows + p) * COLUMNS, COLUMNS);
            }
        }
    }

    @Override
    public void add(float[] y, int yAt, float[] x, int xAt, int count) {
        for (int i = 0; i < count; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    @Override
    public float sum(float[] x, int at, int count, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < count; i++) {
            lanes[i % LANES] += x[at + i];
        }
        return fold(lanes);
    }

    @Override
    public float sumOfSquaredDeviations(float[] x, int at, int count, float mean, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < count; i++) {
            float deviation = x[at + i] - mean;
            lanes[i % LANES] = Math.fma(deviation, deviation, lanes[i % LANES]);
        }
        return fold(lanes);
    }

    @Override
    public float sumOfProducts(float[] dy, float[] x, int at, int count, float mean, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < count; i++) {
            lanes[i % LANES] = Math.fma(dy[at + i], x[at + i] - mean, lanes[i % LANES]);
        }
        return fold(lanes);
    }

    static float fold(float[] lanes) {
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }

    @Override
    public void exp(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Polynomials.exp(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Polynomials.sigmoid(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Polynomials.tanh(x[i]);
        }
    }

    @Override
    public void reluGradient(float[] y, float[] dy, float[] dx, int from, int to) {
        for (int i = from; i < to; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0;
        }
    }

    @Override
    public WinogradLoops winograd() {
        return new PlainWinograd();
    }

    /** Turns eight lines of {@code count} neighbours, {@code plane} apart, into groups of eight at {@code places}. */
    static void turnEight(
            float[] from, int at, int plane, int count, float[] to, int[] places, int placesAt, int shift) {
        for (int x = 0; x < count; x++) {
            int s = at + x;
            int t = places[placesAt + x] + shift;
            to[t] = from[s];
            to[t + 1] = from[s + plane];
            to[t + 2] = from[s + 2 * plane];
            to[t + 3] = from[s + 3 * plane];
            to[t + 4] = from[s + 4 * plane];
            to[t + 5] = from[s + 5 * plane];
            to[t + 6] = from[s + 6 * plane];
            to[t + 7] = from[s + 7 * plane];
        }
    }

    /** Undoes {@link #turnEight}. */
    static void turnEightBack(
            float[] from, int[] places, int placesAt, int shift, int count, float[] to, int toAt, int plane) {
        for (int x = 0; x < count; x++) {
            int s = places[placesAt + x] + shift;
            int t = toAt + x;
            to[t] = from[s];
            to[t + plane] = from[s + 1];
            to[t + 2 * plane] = from[s + 2];
            to[t + 3 * plane] = from[s + 3];
            to[t + 4 * plane] = from[s + 4];
            to[t + 5 * plane] = from[s + 5];
            to[t + 6 * plane] = from[s + 6];
            to[t + 7 * plane] = from[s + 7];
        }
    }
}
