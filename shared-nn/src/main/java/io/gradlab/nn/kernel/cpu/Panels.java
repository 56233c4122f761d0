package io.gradlab.nn.kernel.cpu;

/**
 * One thread's copies of a block of A and a block of B, in the order in which the inner tile reads them: A in strips of
 * tile rows ({@code strip[p, i]}), B in strips of tile columns ({@code strip[p, j]}). Strips at the edge are filled up
 * with zeros.
 */
final class Panels {
    private static final int WORTH_HALVING = 64; // rows of a block

    private final Loops loops;
    private final int tileRows;
    private final int tileColumns;
    private final float[] rows; // strips of A
    private final float[] columns; // strips of B
    private final float[] edge; // a tile that reaches over C's border

    private final Frame strips = new Frame(); // rows of a strip of B

    private int height; // of the present block of A
    private int width; // of the present block of B
    private int depth; // of both
    private Gemm.Operand inPlace =
            Gemm.Operand.plain(new float[0], 0, 0); // whole strips of B, where they are not copied
    private int inPlaceAt = -1; // where they begin; negative if all of B is copied

    Panels(Loops loops, int blockRows, int blockColumns, int blockDepth) {
        this.loops = loops;
        this.tileRows = loops.tileRows();
        this.tileColumns = loops.tileColumns();
        this.rows = new float[(blockRows + tileRows) * blockDepth];
        this.columns = new float[(blockColumns + tileColumns) * blockDepth];
        this.edge = new float[tileRows * tileColumns];
    }

    /** Takes a block of op(A). */
    void takeRows(Gemm.Operand a, int row, int count, int depthFrom, int blockDepth) {
        height = count;
        for (int i = 0; i < count; i += tileRows) {
            int strip = stripRows(count - i);
            int from = a.at() + (row + i) * a.rowStride() + depthFrom * a.columnStride();
            if (a.rowStride() == 1) {
                copyStrip(
                        a.data(),
                        from,
                        a.columnStride(),
                        Math.min(strip, count - i),
                        rows,
                        i * blockDepth,
                        strip,
                        blockDepth);
            } else {
                transposeStrip(
                        a.data(),
                        from,
                        a.rowStride(),
                        Math.min(strip, count - i),
                        rows,
                        i * blockDepth,
                        strip,
                        blockDepth);
            }
        }
    }

    /** Takes a block of op(B); with {@code readInPlace}, whole strips stay where they are. */
    void takeColumns(Gemm.Operand b, int depthFrom, int blockDepth, int column, int count, boolean readInPlace) {
        width = count;
        depth = blockDepth;
        inPlace = b;
        inPlaceAt = readInPlace ? b.at() + depthFrom * b.rowStride() + column : -1;
        int whole = count - count % tileColumns;
        int from = b.at() + depthFrom * b.rowStride() + column * b.columnStride();
        if (b.columnStride() == 1) {
            if (!readInPlace) {
                loops.copyStrips(b.data(), from, b.rowStride(), blockDepth, whole / tileColumns, columns);
            }
            copyStrip(
                    b.data(),
                    from + whole,
                    b.rowStride(),
                    count - whole,
                    columns,
                    whole * blockDepth,
                    tileColumns,
                    blockDepth);
        } else {
            strips.fit(tileColumns, 1, blockDepth, 0, blockDepth, tileColumns);
            for (int j = 0; j < whole; j += tileColumns) {
                int at = from + j * b.columnStride();
                loops.turn(
                        b.data(),
                        at,
                        b.columnStride(),
                        tileColumns,
                        blockDepth,
                        columns,
                        strips.places(),
                        0,
                        j * blockDepth);
            }
            transposeStrip(
                    b.data(),
                    from + whole * b.columnStride(),
                    b.columnStride(),
                    count - whole,
                    columns,
                    whole * blockDepth,
                    tileColumns,
                    blockDepth);
        }
    }

    /** Adds the product of the two blocks to C. */
    void multiply(float[] c, int cAt, int cStride) {
        for (int j = 0; j < width; j += tileColumns) {
            boolean wholeColumns = width - j >= tileColumns;
            boolean copied = inPlaceAt < 0 || !wholeColumns;
            float[] b = copied ? columns : inPlace.data();
            int bAt = copied ? j * depth : inPlaceAt + j;
            int bStride = copied ? tileColumns : inPlace.rowStride();
            for (int i = 0; i < height; i += tileRows) {
                int strip = stripRows(height - i);
                int at = cAt + i * cStride + j;
                if (wholeColumns && height - i >= strip) {
                    loops.tile(strip, depth, rows, i * depth, strip, b, bAt, bStride, c, at, cStride);
                } else {
                    edgeTile(strip, i, j, b, bAt, bStride, c, at, cStride);
                }
            }
        }
    }

    private void edgeTile(int strip, int i, int j, float[] b, int bAt, int bStride, float[] c, int at, int cStride) {
        int validRows = Math.min(strip, height - i);
        int validColumns = Math.min(tileColumns, width - j);
        for (int row = 0; row < validRows; row++) {
            System.arraycopy(c, at + row * cStride, edge, row * tileColumns, validColumns);
        }
        loops.tile(strip, depth, rows, i * depth, strip, b, bAt, bStride, edge, 0, tileColumns);
        for (int row = 0; row < validRows; row++) {
            System.arraycopy(edge, row * tileColumns, c, at + row * cStride, validColumns);
        }
    }

    /** Returns the rows of the next strip; short blocks take whole ones only, as half tiles would be compiled too late. */
    private int stripRows(int left) {
        return left <= tileRows / 2 && height >= WORTH_HALVING ? tileRows / 2 : tileRows;
    }

    /** Copies {@code depth} rows of {@code valid} neighbours each into rows of {@code strip}. */
    private static void copyStrip(
            float[] from, int at, int stride, int valid, float[] to, int toAt, int strip, int depth) {
        if (valid == 0) {
            return;
        }
        for (int p = 0; p < depth; p++) {
            System.arraycopy(from, at + p * stride, to, toAt + p * strip, valid);
            for (int i = valid; i < strip; i++) {
                to[toAt + p * strip + i] = 0;
            }
        }
    }

    /** Copies {@code valid} lines of {@code depth} neighbours each into the columns of {@code strip}. */
    private static void transposeStrip(
            float[] from, int at, int stride, int valid, float[] to, int toAt, int strip, int depth) {
        if (valid == 0) {
            return;
        }
        int i = 0;
        for (; i + 8 <= valid; i += 8) {
            transposeEight(from, at + i * stride, stride, to, toAt + i, strip, depth);
        }
        for (; i < strip; i++) {
            for (int p = 0; p < depth; p++) {
                to[toAt + p * strip + i] = i < valid ? from[at + i * stride + p] : 0;
            }
        }
    }

    private static void transposeEight(float[] from, int at, int stride, float[] to, int toAt, int strip, int depth) {
        for (int p = 0; p < depth; p++) {
            int target = toAt + p * strip;
            int source = at + p;
            to[target] = from[source];
            to[target + 1] = from[source + stride];
            to[target + 2] = from[source + 2 * stride];
            to[target + 3] = from[source + 3 * stride];
            to[target + 4] = from[source + 4 * stride];
            to[target + 5] = from[source + 5 * stride];
            to[target + 6] = from[source + 6 * stride];
            to[target + 7] = from[source + 7 * stride];
        }
    }
}
