package io.gradlab.nn.kernel.ladder;

import java.util.Arrays;

/**
 * Before a block is used many times, it is copied once into the order in which the tile reads it: B as panels of as many
 * columns as a tile has, A as groups of four rows. The tile then streams through memory (Goto and van de Geijn, 2008).
 */
public final class PackedMatmul {
    private static final int HEIGHT = 192; // of a block of A
    private static final int WIDTH = 512; // of a block of B
    private static final int DEPTH = 256;

    /** Where rows of B come from: a matrix, or something that is only thought of as one. */
    interface Rows {
        /** Copies {@code count} numbers of a row, from a column on. */
        void copy(int row, int column, int count, float[] to, int at);
    }

    private final float[] left = new float[HEIGHT * DEPTH];
    private final float[] right = new float[WIDTH * DEPTH + DEPTH * Tile.COLUMNS];
    private final float[] edge = new float[Tile.ROWS * Tile.COLUMNS];

    /** Adds A · B to C, of shapes {@code [m, k]}, {@code [k, n]} and {@code [m, n]}. */
    public static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        Rows rows = (row, column, count, to, at) -> System.arraycopy(b, row * n + column, to, at, count);
        new PackedMatmul().multiply(m, n, k, a, 0, rows, c, 0);
    }

    /** Does the same from {@code aAt} and {@code cAt} on. */
    void multiply(int m, int n, int k, float[] a, int aAt, Rows b, float[] c, int cAt) {
        for (int j0 = 0; j0 < n; j0 += WIDTH) {
            int width = Math.min(WIDTH, n - j0);
            for (int p0 = 0; p0 < k; p0 += DEPTH) {
                int depth = Math.min(DEPTH, k - p0);
                packRight(b, p0, depth, j0, width);
                for (int i0 = 0; i0 < m; i0 += HEIGHT) {
                    int height = Math.min(HEIGHT, m - i0);
                    packLeft(a, aAt + i0 * k + p0, k, height, depth);
                    block(height, width, depth, c, cAt + i0 * n + j0, n);
                }
            }
        }
    }

    private void packRight(Rows b, int p0, int depth, int j0, int width) {
        for (int j = 0; j < width; j += Tile.COLUMNS) {
            int count = Math.min(Tile.COLUMNS, width - j);
            for (int p = 0; p < depth; p++) {
                int at = j * depth + p * Tile.COLUMNS;
                b.copy(p0 + p, j0 + j, count, right, at);
                Arrays.fill(right, at + count, at + Tile.COLUMNS, 0);
            }
        }
    }

    private void packLeft(float[] a, int aAt, int aRow, int height, int depth) {
        for (int i = 0; i < height; i++) {
            int at = i / Tile.ROWS * Tile.ROWS * depth + i % Tile.ROWS;
            for (int p = 0; p < depth; p++) {
                left[at + p * Tile.ROWS] = a[aAt + i * aRow + p];
            }
        }
    }

    private void block(int height, int width, int depth, float[] c, int cAt, int cRow) {
        for (int j = 0; j < width; j += Tile.COLUMNS) {
            for (int i = 0; i < height; i += Tile.ROWS) {
                boolean whole = i + Tile.ROWS <= height && j + Tile.COLUMNS <= width;
                if (whole) {
                    tile(i, j, depth, c, cAt + i * cRow + j, cRow);
                    continue;
                }
                Arrays.fill(edge, 0);
                tile(i, j, depth, edge, 0, Tile.COLUMNS);
                for (int row = 0; row < Math.min(Tile.ROWS, height - i); row++) {
                    for (int column = 0; column < Math.min(Tile.COLUMNS, width - j); column++) {
                        c[cAt + (i + row) * cRow + j + column] += edge[row * Tile.COLUMNS + column];
                    }
                }
            }
        }
    }

    private void tile(int i, int j, int depth, float[] c, int cAt, int cRow) {
        Tile.add(depth, left, i * depth, 1, Tile.ROWS, right, j * depth, Tile.COLUMNS, c, cAt, cRow);
    }
}
