package io.gradlab.nn.kernel.cpu;

/**
 * The inner loops of {@link Winograd} and {@link WinogradGradient}, over channels; the implementations {@link SimdWinograd}
 * and {@link PlainWinograd} give the same bits. On one side of a patch, with d, m and g the numbers of that side,
 *
 * <pre>{@code
 * Bᵀ d = 4 d0 - 5 d2 + d4,  (d4 - 4 d2) ± (d3 - 4 d1),  (d4 - d2) ± 2 (d3 - d1),  4 d1 - 5 d3 + d5
 * Aᵀ m = m0 + (m1 + m2) + (m3 + m4),  (m1 - m2) + 2 (m3 - m4),  (m1 + m2) + 4 (m3 + m4),  (m1 - m2) + 8 (m3 - m4) + m5
 * A g  = g(0),  g(1),  g(-1),  g(2),  g(-2),  the last g          g(t) = g0 + g1 t + g2 t² + g3 t³
 * }</pre>
 *
 * <p>Aᵀ m is given for tiles of four; for tiles of two, it is its first two rows, and m5 is added to the second.
 */
interface WinogradLoops {
    /** Rows of a product: tiles. */
    int ROWS = 8;

    /** Numbers between the two sides of a transform, for the widest vectors. */
    int HALF = WinogradForm.PLANES * 16;

    /** Returns how many outputs a panel of the transformed weights has. */
    int panel();

    /**
     * Transforms one tile's 6×6 patch of {@code count} channels.
     *
     * @param x pixels, channels innermost; neighbours in a row are {@code pixelStride} apart
     * @param v gets plane f at {@code vAt + f · planeStride}
     * @param half room for {@link #HALF} numbers
     */
    void transformInput(
            float[] x,
            int at,
            int rowStride,
            int pixelStride,
            int count,
            float[] v,
            int vAt,
            int planeStride,
            float[] half);

    /** Stores {@code c[i, j] = Σ_p a[i, p] · b[p, j]} for eight rows and a panel's columns. */
    void product(int depth, float[] a, int aAt, int aStride, float[] b, int bAt, float[] c, int cAt, int cStride);

    /**
     * Transforms one tile's 36 planes of every channel back to pixels, adds the bias and takes the maximum with the floor.
     *
     * @param y pixels, channels innermost; neighbours in a row are {@code pixelStride} apart
     * @param half room for {@link #HALF} numbers
     */
    void transformOutput(
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
            float[] half);

    /**
     * Transforms one tile's output gradients of {@code count} channels: A g Aᵀ.
     *
     * @param g pixels, channels innermost; neighbours in a row are {@code pixelStride} apart
     * @param t gets plane f at {@code tAt + f · planeStride}
     * @param half room for {@link #HALF} numbers
     */
    void transformGradient(
            WinogradForm form,
            float[] g,
            int at,
            int rowStride,
            int pixelStride,
            int count,
            float[] t,
            int tAt,
            int planeStride,
            float[] half);
}
