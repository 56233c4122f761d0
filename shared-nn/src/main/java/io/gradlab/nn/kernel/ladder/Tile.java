package io.gradlab.nn.kernel.ladder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows and two vectors of columns of C, kept in eight vector registers through the whole sum. Each step loads two
 * vectors of B and four numbers of A for eight fused multiply-adds: arithmetic, not memory, is what it waits for.
 */
final class Tile {
    static final int ROWS = 4;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    static final int COLUMNS = 2 * LENGTH;

    private Tile() {}

    /**
     * Adds {@code Σ_p a[i, p] · b[p, j]} to the tile of C at {@code cAt}; a[i, p] is at {@code aAt + i · aRow + p ·
     * aColumn}, rows of b are {@code bRow} apart, those of C {@code cRow}.
     */
    static void add(
            int depth,
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow) {
        FloatVector c0l = FloatVector.fromArray(SPECIES, c, cAt);
        FloatVector c0r = FloatVector.fromArray(SPECIES, c, cAt + LENGTH);
        FloatVector c1l = FloatVector.fromArray(SPECIES, c, cAt + cRow);
        FloatVector c1r = FloatVector.fromArray(SPECIES, c, cAt + cRow + LENGTH);
        FloatVector c2l = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow);
        FloatVector c2r = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow + LENGTH);
        FloatVector c3l = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow);
        FloatVector c3r = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow + LENGTH);
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + p * bRow);
            FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + p * bRow + LENGTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p * aColumn]);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p * aColumn + aRow]);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p * aColumn + 2 * aRow]);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p * aColumn + 3 * aRow]);
            c0l = a0.fma(left, c0l);
            c0r = a0.fma(right, c0r);
            c1l = a1.fma(left, c1l);
            c1r = a1.fma(right, c1r);
            c2l = a2.fma(left, c2l);
            c2r = a2.fma(right, c2r);
            c3l = a3.fma(left, c3l);
            c3r = a3.fma(right, c3r);
        }
        c0l.intoArray(c, cAt);
        c0r.intoArray(c, cAt + LENGTH);
        c1l.intoArray(c, cAt + cRow);
        c1r.intoArray(c, cAt + cRow + LENGTH);
        c2l.intoArray(c, cAt + 2 * cRow);
        c2r.intoArray(c, cAt + 2 * cRow + LENGTH);
        c3l.intoArray(c, cAt + 3 * cRow);
        c3r.intoArray(c, cAt + 3 * cRow + LENGTH);
    }
}
