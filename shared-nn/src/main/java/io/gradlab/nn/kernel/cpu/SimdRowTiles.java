package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product whose left operand is read where it lies, row by row, and whose result is stored and
 * not added:
 *
 * <pre>{@code
 * for i in 0 .. rows: for j in 0 .. 2·LENGTH:
 *     c[i, j] = Σ_p a[i, p] · b[p, j]
 * }</pre>
 *
 * <p>Why they are fast: as {@link SimdTiles}; the rows of a are that many streams of broadcast loads, each from one cache
 * line for sixteen steps, so nothing needs to be copied first.
 */
final class SimdRowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    private SimdRowTiles() {}

    /** The tile for 32 vector registers. */
    static void eightRows(
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
        FloatVector c0l = FloatVector.zero(SPECIES);
        FloatVector c0r = FloatVector.zero(SPECIES);
        FloatVector c1l = FloatVector.zero(SPECIES);
        FloatVector c1r = FloatVector.zero(SPECIES);
        FloatVector c2l = FloatVector.zero(SPECIES);
        FloatVector c2r = FloatVector.zero(SPECIES);
        FloatVector c3l = FloatVector.zero(SPECIES);
        FloatVector c3r = FloatVector.zero(SPECIES);
        FloatVector c4l = FloatVector.zero(SPECIES);
        FloatVector c4r = FloatVector.zero(SPECIES);
        FloatVector c5l = FloatVector.zero(SPECIES);
        FloatVector c5r = FloatVector.zero(SPECIES);
        FloatVector c6l = FloatVector.zero(SPECIES);
        FloatVector c6r = FloatVector.zero(SPECIES);
        FloatVector c7l = FloatVector.zero(SPECIES);
        FloatVector c7r = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + p * bStride);
            FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + p * bStride + LENGTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p]);
            c0l = a0.fma(left, c0l);
            c0r = a0.fma(right, c0r);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p + aStride]);
            c1l = a1.fma(left, c1l);
            c1r = a1.fma(right, c1r);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p + 2 * aStride]);
            c2l = a2.fma(left, c2l);
            c2r = a2.fma(right, c2r);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p + 3 * aStride]);
            c3l = a3.fma(left, c3l);
            c3r = a3.fma(right, c3r);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + p + 4 * aStride]);
            c4l = a4.fma(left, c4l);
            c4r = a4.fma(right, c4r);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + p + 5 * aStride]);
            c5l = a5.fma(left, c5l);
            c5r = a5.fma(right, c5r);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + p + 6 * aStride]);
            c6l = a6.fma(left, c6l);
            c6r = a6.fma(right, c6r);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + p + 7 * aStride]);
            c7l = a7.fma(left, c7l);
            c7r = a7.fma(right, c7r);
        }
        c0l.intoArray(c, cAt);
        c0r.intoArray(c, cAt + LENGTH);
        c1l.intoArray(c, cAt + cStride);
        c1r.intoArray(c, cAt + cStride + LENGTH);
        c2l.intoArray(c, cAt + 2 * cStride);
        c2r.intoArray(c, cAt + 2 * cStride + LENGTH);
        c3l.intoArray(c, cAt + 3 * cStride);
        c3r.intoArray(c, cAt + 3 * cStride + LENGTH);
        c4l.intoArray(c, cAt + 4 * cStride);
        c4r.intoArray(c, cAt + 4 * cStride + LENGTH);
        c5l.intoArray(c, cAt + 5 * cStride);
        c5r.intoArray(c, cAt + 5 * cStride + LENGTH);
        c6l.intoArray(c, cAt + 6 * cStride);
        c6r.intoArray(c, cAt + 6 * cStride + LENGTH);
        c7l.intoArray(c, cAt + 7 * cStride);
        c7r.intoArray(c, cAt + 7 * cStride + LENGTH);
    }

    /** The tile for 16 vector registers. */
    static void fourRows(
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
        FloatVector c0l = FloatVector.zero(SPECIES);
        FloatVector c0r = FloatVector.zero(SPECIES);
        FloatVector c1l = FloatVector.zero(SPECIES);
        FloatVector c1r = FloatVector.zero(SPECIES);
        FloatVector c2l = FloatVector.zero(SPECIES);
        FloatVector c2r = FloatVector.zero(SPECIES);
        FloatVector c3l = FloatVector.zero(SPECIES);
        FloatVector c3r = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + p * bStride);
            FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + p * bStride + LENGTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p]);
            c0l = a0.fma(left, c0l);
            c0r = a0.fma(right, c0r);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p + aStride]);
            c1l = a1.fma(left, c1l);
            c1r = a1.fma(right, c1r);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p + 2 * aStride]);
            c2l = a2.fma(left, c2l);
            c2r = a2.fma(right, c2r);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p + 3 * aStride]);
            c3l = a3.fma(left, c3l);
            c3r = a3.fma(right, c3r);
        }
        c0l.intoArray(c, cAt);
        c0r.intoArray(c, cAt + LENGTH);
        c1l.intoArray(c, cAt + cStride);
        c1r.intoArray(c, cAt + cStride + LENGTH);
        c2l.intoArray(c, cAt + 2 * cStride);
        c2r.intoArray(c, cAt + 2 * cStride + LENGTH);
        c3l.intoArray(c, cAt + 3 * cStride);
        c3r.intoArray(c, cAt + 3 * cStride + LENGTH);
    }
}
