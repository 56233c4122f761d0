package io.gradlab.nn.kernel.ladder;

/** The definition. Slow, because the inner loop walks down a column of B: each step is another line of the cache. */
public final class NaiveMatmul {
    private NaiveMatmul() {}

    /** Adds A · B to C, of shapes {@code [m, k]}, {@code [k, n]} and {@code [m, n]}. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += a[i * k + p] * b[p * n + j];
                }
                c[i * n + j] += sum;
            }
        }
    }
}
