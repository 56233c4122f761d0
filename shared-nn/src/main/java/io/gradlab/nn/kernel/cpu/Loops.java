package io.gradlab.nn.kernel.cpu;

/**
 * The inner loops, over parts of plain arrays. The two implementations, {@link SimdLoops} and {@link PlainLoops}, give the
 * same bits.
 */
interface Loops {

    /** Each thread's room for {@link #LANES} numbers. */
    ThreadLocal<float[]> ROOM = ThreadLocal.withInitial(() -> new float[16]);

    /** Returns one line for people: the instruction set or the reason why there is none. */
    String description();

    /** Returns how many rows the large tile has (MR); the small tile has half as many. */
    int tileRows();

    /** Returns how many columns both tiles have (NR). */
    int tileColumns();

    /**
     * Adds a product to a tile of C: {@code c[i, j] += Σ_p a[p, i] · b[p, j]}, one chain of fused multiply-adds from zero
     * for each (i, j), in ascending p.
     *
     * @param rows {@link #tileRows} or half of it
     */
    void tile(
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
            int cStride);

    /**
     * Adds a product to eight rows of C whose left rows lie anywhere: {@code c[i, j] += Σ_p a[places[at + i] + shift + p] ·
     * b[p, j]}, one chain of fused multiply-adds from zero for each (i, j).
     *
     * @param b rows of {@link #tileColumns} numbers
     */
    void placeTile(
            int depth, float[] a, int[] places, int at, int shift, float[] b, int bAt, float[] c, int cAt, int cStride);

    /**
     * Adds a product to {@link #tileRows} rows of C whose right rows lie anywhere: {@code c[i, j] += Σ_p a[p, i] ·
     * b[places[at + p] + shift + j]}, one chain of fused multiply-adds from zero for each (i, j).
     */
    void pixelTile(
            int depth, float[] a, int aAt, float[] b, int[] places, int at, int shift, float[] c, int cAt, int cStride);

    /**
     * Turns lines round: {@code to[places[placesAt + i] + shift + c] = from[at + c · plane + i]} for i in 0 .. count and c in
     * 0 .. channels, a multiple of {@link Frame#GROUP}.
     */
    void turn(
            float[] from,
            int at,
            int plane,
            int channels,
            int count,
            float[] to,
            int[] places,
            int placesAt,
            int shift);

    /** Undoes {@link #turn}. */
    void turnBack(
            float[] from,
            int[] places,
            int placesAt,
            int shift,
            int channels,
            int count,
            float[] to,
            int at,
            int plane);

    /**
     * Copies rows of whole tiles into strips of {@link #tileColumns} columns: {@code to[s, p, j] = from[at + p · rowStride +
     * s · columns + j]}, row by row, as the memory likes it.
     */
    void copyStrips(float[] from, int at, int rowStride, int rows, int strips, float[] to);

    /** Computes {@code y[yAt + i] += x[xAt + i]}. */
    void add(float[] y, int yAt, float[] x, int xAt, int count);

    /** Lanes of every sum, whatever the width of the vectors. */
    int LANES = 16;

    /**
     * Returns Σ x over {@link #LANES} virtual lanes, lane l holding elements l, l + 16, …, folded 8, 4, 2, 1.
     *
     * @param lanes room for {@link #LANES} numbers
     */
    float sum(float[] x, int at, int count, float[] lanes);

    /** Returns Σ (x - mean)², over the same lanes as {@link #sum}. */
    float sumOfSquaredDeviations(float[] x, int at, int count, float mean, float[] lanes);

    /** Returns Σ dy · (x - mean), over the same lanes as {@link #sum}. */
    float sumOfProducts(float[] dy, float[] x, int at, int count, float mean, float[] lanes);

    /** Computes {@code y = e^x}, see {@link Polynomials#exp}; in place is allowed. */
    void exp(float[] x, float[] y, int from, int to);

    /** Computes {@code y = 1 / (1 + e^-x)}, see {@link Polynomials#sigmoid}; in place is allowed. */
    void sigmoid(float[] x, float[] y, int from, int to);

    /** Computes {@code y = tanh x}, see {@link Polynomials#tanh}; in place is allowed. */
    void tanh(float[] x, float[] y, int from, int to);

    /** Computes {@code dx = y > 0 ? dy : 0}; {@code dx} may be {@code dy}. */
    void reluGradient(float[] y, float[] dy, float[] dx, int from, int to);

    /** Returns the inner loops of Winograd's convolution. */
    WinogradLoops winograd();
}
