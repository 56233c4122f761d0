package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * Matrix products, C += op(A) · op(B):
 *
 * <pre>{@code
 * for i in 0 .. M: for j in 0 .. N: for p in 0 .. K:
 *     c[i, j] += a[i, p] · b[p, j]
 * }</pre>
 *
 * <p>Why it is fast: the loops are cut into blocks so that each level of the memory hierarchy is used many times before it
 * is left (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008). A block of K × N of B and
 * one of M × K of A are copied into the order in which the inner tile reads them; the tile itself lives in registers.
 * A thin A (a small mini-batch) would not pay for copying an untransposed B, which is then read in place.
 *
 * <p>Each C[i, j] is a sum over blocks of K, in order, of one chain of fused multiply-adds from zero: the same bits for
 * any cut of M and N, any number of threads and any width of the tile.
 */
final class Gemm {
    static final int DEPTH = 256; // of a block of K; part of the result's definition
    private static final int BLOCK_ROWS = 192; // of A: 192 × 256 floats fill a fifth of a 1 MiB L2 cache
    private static final int BLOCK_COLUMNS = 512; // of B: 256 × 512 floats fill half of it
    private static final int THIN = 48; // rows of A up to which B is read in place
    private static final long PIECE_FLOPS = 1_000_000; // less is not worth a second thread

    /** An operand as it is stored: element (row, column) of op(X) is at {@code at + row · rowStride + column · columnStride}. */
    record Operand(float[] data, int at, int rowStride, int columnStride) {
        static Operand plain(float[] data, int at, int columns) {
            return new Operand(data, at, columns, 1);
        }

        static Operand transposed(float[] data, int at, int rows) {
            return new Operand(data, at, 1, rows);
        }
    }

    private final Loops loops;
    private final Workers workers;
    private final ThreadLocal<Panels> panels;

    Gemm(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
        this.panels = ThreadLocal.withInitial(() -> new Panels(loops, BLOCK_ROWS, BLOCK_COLUMNS, DEPTH));
    }

    /**
     * Adds op(A) · op(B) to C, {@code [m, n]} with rows {@code n} apart from {@code cAt} on, on all threads.
     *
     * @param fresh whether C counts as zero, whatever it holds
     */
    void multiply(int m, int n, int k, Operand a, Operand b, float[] c, int cAt, boolean fresh) {
        long flops = 2L * m * n * k;
        int pieces = (int) Math.clamp(flops / PIECE_FLOPS, 1, 2L * workers.threads());
        if (pieces == 1 || workers.threads() == 1) {
            block(0, m, 0, n, k, a, b, c, cAt, n, fresh);
        } else if (n >= m) {
            int width = roundUp(ceilDivide(n, pieces), loops.tileColumns());
            workers.run(
                    ceilDivide(n, width),
                    piece -> block(0, m, piece * width, Math.min(n, (piece + 1) * width), k, a, b, c, cAt, n, fresh));
        } else {
            int height = roundUp(ceilDivide(m, pieces), loops.tileRows());
            workers.run(
                    ceilDivide(m, height),
                    piece -> block(piece * height, Math.min(m, (piece + 1) * height), 0, n, k, a, b, c, cAt, n, fresh));
        }
    }

    /** Does the same on the calling thread alone, for callers that have cut their work already. */
    void multiplyAlone(int m, int n, int k, Operand a, Operand b, float[] c, int cAt) {
        block(0, m, 0, n, k, a, b, c, cAt, n, false);
    }

    private void block(
            int rowFrom,
            int rowTo,
            int columnFrom,
            int columnTo,
            int k,
            Operand a,
            Operand b,
            float[] c,
            int cAt,
            int cStride,
            boolean fresh) {
        Panels mine = panels.get();
        boolean inPlace = rowTo - rowFrom <= THIN && b.columnStride == 1;
        for (int column = columnFrom; column < columnTo; column += BLOCK_COLUMNS) {
            int width = Math.min(BLOCK_COLUMNS, columnTo - column);
            for (int depthFrom = 0; depthFrom < k; depthFrom += DEPTH) {
                int depth = Math.min(DEPTH, k - depthFrom);
                mine.takeColumns(b, depthFrom, depth, column, width, inPlace);
                for (int row = rowFrom; row < rowTo; row += BLOCK_ROWS) {
                    int height = Math.min(BLOCK_ROWS, rowTo - row);
                    mine.takeRows(a, row, height, depthFrom, depth);
                    if (fresh && depthFrom == 0) {
                        clear(
                                c,
                                cAt + row * cStride + column,
                                cStride,
                                height,
                                width); // now, so that it stays in the cache
                    }
                    mine.multiply(c, cAt + row * cStride + column, cStride);
                }
            }
        }
    }

    private static void clear(float[] c, int at, int stride, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(c, at + row * stride, at + row * stride + columns, 0);
        }
    }

    private static int ceilDivide(int value, int by) {
        return (value + by - 1) / by;
    }

    private static int roundUp(int value, int to) {
        return ceilDivide(value, to) * to;
    }
}
