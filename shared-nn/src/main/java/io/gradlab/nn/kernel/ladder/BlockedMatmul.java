package io.gradlab.nn.kernel.ladder;

/**
 * The same products in an order that caches like: along rows, and block by block, so that a block of B, 64 × 256 floats or
 * 64 KiB, stays near the core while all of A passes by.
 */
public final class BlockedMatmul {
    private static final int DEPTH = 64;
    private static final int WIDTH = 256;

    private BlockedMatmul() {}

    /** Adds A · B to C, of shapes {@code [m, k]}, {@code [k, n]} and {@code [m, n]}. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        for (int p0 = 0; p0 < k; p0 += DEPTH) {
            for (int j0 = 0; j0 < n; j0 += WIDTH) {
                int p1 = Math.min(k, p0 + DEPTH);
                int j1 = Math.min(n, j0 + WIDTH);
                for (int i = 0; i < m; i++) {
                    for (int p = p0; p < p1; p++) {
                        float left = a[i * k + p];
                        for (int j = j0; j < j1; j++) {
                            c[i * n + j] += left * b[p * n + j];
                        }
                    }
                }
            }
        }
    }
}
