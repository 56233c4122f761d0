package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of every matrix product:
 *
 * <pre>{@code
 * for i in 0 .. rows: for j in 0 .. 2·LENGTH:
 *     c[i, j] += Σ_p a[p, i] · b[p, j]
 * }</pre>
 *
 * <p>Why they are fast: the whole tile of C stays in registers; each step of p loads two vectors of b and broadcasts one
 * number of a for each row, and both vectors are used by every row. There is no branch in the loop, because a branch that
 * is first taken late makes the JIT compiler throw the compiled loop away. Accumulators + 2 + 3 must not exceed the
 * registers: one spilled accumulator halves the speed. The stores are written out one by one: handing vectors to a helper
 * method made the compiler keep them as heap objects, at an eighth of the speed.
 */
final class SimdTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    private SimdTiles() {}

    /** The tile for 32 vector registers: 16 accumulators. */
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
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 0]);
            c0l = a0.fma(left, c0l);
            c0r = a0.fma(right, c0r);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 1]);
            c1l = a1.fma(left, c1l);
            c1r = a1.fma(right, c1r);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 2]);
            c2l = a2.fma(left, c2l);
            c2r = a2.fma(right, c2r);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 3]);
            c3l = a3.fma(left, c3l);
            c3r = a3.fma(right, c3r);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 4]);
            c4l = a4.fma(left, c4l);
            c4r = a4.fma(right, c4r);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 5]);
            c5l = a5.fma(left, c5l);
            c5r = a5.fma(right, c5r);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 6]);
            c6l = a6.fma(left, c6l);
            c6r = a6.fma(right, c6r);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 7]);
            c7l = a7.fma(left, c7l);
            c7r = a7.fma(right, c7r);
        }
        c0l.add(FloatVector.fromArray(SPECIES, c, cAt)).intoArray(c, cAt);
        c0r.add(FloatVector.fromArray(SPECIES, c, cAt + LENGTH)).intoArray(c, cAt + LENGTH);
        c1l.add(FloatVector.fromArray(SPECIES, c, cAt + cStride)).intoArray(c, cAt + cStride);
        c1r.add(FloatVector.fromArray(SPECIES, c, cAt + cStride + LENGTH)).intoArray(c, cAt + cStride + LENGTH);
        c2l.add(FloatVector.fromArray(SPECIES, c, cAt + 2 * cStride)).intoArray(c, cAt + 2 * cStride);
        c2r.add(FloatVector.fromArray(SPECIES, c, cAt + 2 * cStride + LENGTH)).intoArray(c, cAt + 2 * cStride + LENGTH);
        c3l.add(FloatVector.fromArray(SPECIES, c, cAt + 3 * cStride)).intoArray(c, cAt + 3 * cStride);
        c3r.add(FloatVector.fromArray(SPECIES, c, cAt + 3 * cStride + LENGTH)).intoArray(c, cAt + 3 * cStride + LENGTH);
        c4l.add(FloatVector.fromArray(SPECIES, c, cAt + 4 * cStride)).intoArray(c, cAt + 4 * cStride);
        c4r.add(FloatVector.fromArray(SPECIES, c, cAt + 4 * cStride + LENGTH)).intoArray(c, cAt + 4 * cStride + LENGTH);
        c5l.add(FloatVector.fromArray(SPECIES, c, cAt + 5 * cStride)).intoArray(c, cAt + 5 * cStride);
        c5r.add(FloatVector.fromArray(SPECIES, c, cAt + 5 * cStride + LENGTH)).intoArray(c, cAt + 5 * cStride + LENGTH);
        c6l.add(FloatVector.fromArray(SPECIES, c, cAt + 6 * cStride)).intoArray(c, cAt + 6 * cStride);
        c6r.add(FloatVector.fromArray(SPECIES, c, cAt + 6 * cStride + LENGTH)).intoArray(c, cAt + 6 * cStride + LENGTH);
        c7l.add(FloatVector.fromArray(SPECIES, c, cAt + 7 * cStride)).intoArray(c, cAt + 7 * cStride);
        c7r.add(FloatVector.fromArray(SPECIES, c, cAt + 7 * cStride + LENGTH)).intoArray(c, cAt + 7 * cStride + LENGTH);
    }

    /** The tile for 16 vector registers, and the lower edge of the tile for 32. */
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
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 0]);
            c0l = a0.fma(left, c0l);
            c0r = a0.fma(right, c0r);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 1]);
            c1l = a1.fma(left, c1l);
            c1r = a1.fma(right, c1r);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 2]);
            c2l = a2.fma(left, c2l);
            c2r = a2.fma(right, c2r);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 3]);
            c3l = a3.fma(left, c3l);
            c3r = a3.fma(right, c3r);
        }
        c0l.add(FloatVector.fromArray(SPECIES, c, cAt)).intoArray(c, cAt);
        c0r.add(FloatVector.fromArray(SPECIES, c, cAt + LENGTH)).intoArray(c, cAt + LENGTH);
        c1l.add(FloatVector.fromArray(SPECIES, c, cAt + cStride)).intoArray(c, cAt + cStride);
        c1r.add(FloatVector.fromArray(SPECIES, c, cAt + cStride + LENGTH)).intoArray(c, cAt + cStride + LENGTH);
        c2l.add(FloatVector.fromArray(SPECIES, c, cAt + 2 * cStride)).intoArray(c, cAt + 2 * cStride);
        c2r.add(FloatVector.fromArray(SPECIES, c, cAt + 2 * cStride + LENGTH)).intoArray(c, cAt + 2 * cStride + LENGTH);
        c3l.add(FloatVector.fromArray(SPECIES, c, cAt + 3 * cStride)).intoArray(c, cAt + 3 * cStride);
        c3r.add(FloatVector.fromArray(SPECIES, c, cAt + 3 * cStride + LENGTH)).intoArray(c, cAt + 3 * cStride + LENGTH);
    }

    /** The lower edge of the tile for 16 vector registers. */
    static void twoRows(
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
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + p * bStride);
            FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + p * bStride + LENGTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 0]);
            c0l = a0.fma(left, c0l);
            c0r = a0.fma(right, c0r);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + p * aStride + 1]);
            c1l = a1.fma(left, c1l);
            c1r = a1.fma(right, c1r);
        }
        c0l.add(FloatVector.fromArray(SPECIES, c, cAt)).intoArray(c, cAt);
        c0r.add(FloatVector.fromArray(SPECIES, c, cAt + LENGTH)).intoArray(c, cAt + LENGTH);
        c1l.add(FloatVector.fromArray(SPECIES, c, cAt + cStride)).intoArray(c, cAt + cStride);
        c1r.add(FloatVector.fromArray(SPECIES, c, cAt + cStride + LENGTH)).intoArray(c, cAt + cStride + LENGTH);
    }
}
