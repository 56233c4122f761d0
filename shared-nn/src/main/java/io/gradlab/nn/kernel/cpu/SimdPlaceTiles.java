package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product whose left rows lie anywhere in an array, at {@code places}:
 *
 * <pre>{@code
 * for i in 0 .. rows: for j in 0 .. 2·LENGTH:
 *     c[i, j] += Σ_p a[places[i] + shift + p] · b[p, j]
 * }</pre>
 *
 * <p>Why they are fast: as {@link SimdTiles}. A row is what a window sees of an image, so nothing is unfolded.
 */
final class SimdPlaceTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    private SimdPlaceTiles() {}

    /** The tile for 32 vector registers. */
    static void eightRows(
            int depth,
            float[] a,
            int[] places,
            int at,
            int shift,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int cStride) {
        int a0 = places[at] + shift;
        int a1 = places[at + 1] + shift;
        int a2 = places[at + 2] + shift;
        int a3 = places[at + 3] + shift;
        int a4 = places[at + 4] + shift;
        int a5 = places[at + 5] + shift;
        int a6 = places[at + 6] + shift;
        int a7 = places[at + 7] + shift;
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
            FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + p * 2 * LENGTH);
            FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + p * 2 * LENGTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
            c0l = x0.fma(left, c0l);
            c0r = x0.fma(right, c0r);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
            c1l = x1.fma(left, c1l);
            c1r = x1.fma(right, c1r);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
            c2l = x2.fma(left, c2l);
            c2r = x2.fma(right, c2r);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
            c3l = x3.fma(left, c3l);
            c3r = x3.fma(right, c3r);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + p]);
            c4l = x4.fma(left, c4l);
            c4r = x4.fma(right, c4r);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + p]);
            c5l = x5.fma(left, c5l);
            c5r = x5.fma(right, c5r);
            FloatVector x6 = FloatVector.broadcast(SPECIES, a[a6 + p]);
            c6l = x6.fma(left, c6l);
            c6r = x6.fma(right, c6r);
            FloatVector x7 = FloatVector.broadcast(SPECIES, a[a7 + p]);
            c7l = x7.fma(left, c7l);
            c7r = x7.fma(right, c7r);
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

    /** The tile for 16 vector registers. */
    static void fourRows(
            int depth,
            float[] a,
            int[] places,
            int at,
            int shift,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int cStride) {
        int a0 = places[at] + shift;
        int a1 = places[at + 1] + shift;
        int a2 = places[at + 2] + shift;
        int a3 = places[at + 3] + shift;
        FloatVector c0l = FloatVector.zero(SPECIES);
        FloatVector c0r = FloatVector.zero(SPECIES);
        FloatVector c1l = FloatVector.zero(SPECIES);
        FloatVector c1r = FloatVector.zero(SPECIES);
        FloatVector c2l = FloatVector.zero(SPECIES);
        FloatVector c2r = FloatVector.zero(SPECIES);
        FloatVector c3l = FloatVector.zero(SPECIES);
        FloatVector c3r = FloatVector.zero(SPECIES);
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, bAt + p * 2 * LENGTH);
            FloatVector right = FloatVector.fromArray(SPECIES, b, bAt + p * 2 * LENGTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
            c0l = x0.fma(left, c0l);
            c0r = x0.fma(right, c0r);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
            c1l = x1.fma(left, c1l);
            c1r = x1.fma(right, c1r);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
            c2l = x2.fma(left, c2l);
            c2r = x2.fma(right, c2r);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
            c3l = x3.fma(left, c3l);
            c3r = x3.fma(right, c3r);
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
}
