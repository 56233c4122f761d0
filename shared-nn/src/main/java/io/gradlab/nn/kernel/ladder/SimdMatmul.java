package io.gradlab.nn.kernel.ladder;

/**
 * Blocks once more, the innermost one a {@link Tile} of vectors in registers. A and B are read where they are, so the rows of
 * a block of B lie far apart in memory, each in another page.
 */
public final class SimdMatmul {
    private static final int DEPTH = 256;

    private SimdMatmul() {}

    /** Adds A · B to C, of shapes {@code [m, k]}, {@code [k, n]} and {@code [m, n]}. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        int wholeRows = m - m % Tile.ROWS;
        int wholeColumns = n - n % Tile.COLUMNS;
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = 0; j < wholeColumns; j += Tile.COLUMNS) {
                for (int i = 0; i < wholeRows; i += Tile.ROWS) {
                    Tile.add(depth, a, i * k + p, k, 1, b, p * n + j, n, c, i * n + j, n);
                }
            }
        }
        addPlainly(0, m, wholeColumns, n, k, a, b, c); // the right edge
        addPlainly(wholeRows, m, 0, wholeColumns, k, a, b, c); // the lower edge
    }

    private static void addPlainly(int i0, int i1, int j0, int n, int k, float[] a, float[] b, float[] c) {
        int stride = b.length / k;
        for (int i = i0; i < i1; i++) {
            for (int p = 0; p < k; p++) {
                for (int j = j0; j < n; j++) {
                    c[i * stride + j] += a[i * k + p] * b[p * stride + j];
                }
            }
        }
    }
}
