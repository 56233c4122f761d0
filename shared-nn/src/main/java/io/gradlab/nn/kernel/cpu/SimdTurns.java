package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns blocks of 16 × 16 numbers round in registers, for 512-bit vectors:
 *
 * <pre>{@code
 * for i in 0 .. 16: for c in 0 .. 16:
 *     to[places[at + i] + shift + c] = from[fromAt + c · plane + i]
 * }</pre>
 *
 * <p>Why it is fast: sixteen loads and sixteen stores of whole vectors replace 256 of single numbers. Between them lie four
 * rounds; round d exchanges the lanes that differ in bit d between the vectors that differ in bit d, by one instruction for
 * each result that picks its lanes out of two vectors.
 */
final class SimdTurns {
    /** Rows and columns of a block. */
    static final int SIDE = 16;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_512;
    private static final FloatVector LOW_8 = picks(8, false);
    private static final FloatVector HIGH_8 = picks(8, true);
    private static final FloatVector LOW_4 = picks(4, false);
    private static final FloatVector HIGH_4 = picks(4, true);
    private static final FloatVector LOW_2 = picks(2, false);
    private static final FloatVector HIGH_2 = picks(2, true);
    private static final FloatVector LOW_1 = picks(1, false);
    private static final FloatVector HIGH_1 = picks(1, true);

    private SimdTurns() {}

    /** Returns the lanes to pick out of a pair of vectors, 0 to 15 from the first and 16 to 31 from the second. */
    private static FloatVector picks(int bit, boolean high) {
        float[] lanes = new float[SIDE];
        for (int lane = 0; lane < SIDE; lane++) {
            boolean second = (lane & bit) != 0;
            int own = high == second ? lane : lane ^ bit;
            lanes[lane] = second ? SIDE + own : own;
        }
        return FloatVector.fromArray(SPECIES, lanes, 0);
    }

    /** Turns sixteen lines of sixteen neighbours. */
    static void turn(float[] from, int at, int plane, float[] to, int[] places, int placesAt, int shift) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, from, at);
        FloatVector a1 = FloatVector.fromArray(SPECIES, from, at + plane);
        FloatVector a2 = FloatVector.fromArray(SPECIES, from, at + 2 * plane);
        FloatVector a3 = FloatVector.fromArray(SPECIES, from, at + 3 * plane);
        FloatVector a4 = FloatVector.fromArray(SPECIES, from, at + 4 * plane);
        FloatVector a5 = FloatVector.fromArray(SPECIES, from, at + 5 * plane);
        FloatVector a6 = FloatVector.fromArray(SPECIES, from, at + 6 * plane);
        FloatVector a7 = FloatVector.fromArray(SPECIES, from, at + 7 * plane);
        FloatVector a8 = FloatVector.fromArray(SPECIES, from, at + 8 * plane);
        FloatVector a9 = FloatVector.fromArray(SPECIES, from, at + 9 * plane);
        FloatVector a10 = FloatVector.fromArray(SPECIES, from, at + 10 * plane);
        FloatVector a11 = FloatVector.fromArray(SPECIES, from, at + 11 * plane);
        FloatVector a12 = FloatVector.fromArray(SPECIES, from, at + 12 * plane);
        FloatVector a13 = FloatVector.fromArray(SPECIES, from, at + 13 * plane);
        FloatVector a14 = FloatVector.fromArray(SPECIES, from, at + 14 * plane);
        FloatVector a15 = FloatVector.fromArray(SPECIES, from, at + 15 * plane);
        FloatVector b0 = LOW_8.selectFrom(a0, a8);
        FloatVector b8 = HIGH_8.selectFrom(a0, a8);
        FloatVector b1 = LOW_8.selectFrom(a1, a9);
        FloatVector b9 = HIGH_8.selectFrom(a1, a9);
        FloatVector b2 = LOW_8.selectFrom(a2, a10);
        FloatVector b10 = HIGH_8.selectFrom(a2, a10);
        FloatVector b3 = LOW_8.selectFrom(a3, a11);
        FloatVector b11 = HIGH_8.selectFrom(a3, a11);
        FloatVector b4 = LOW_8.selectFrom(a4, a12);
        FloatVector b12 = HIGH_8.selectFrom(a4, a12);
        FloatVector b5 = LOW_8.selectFrom(a5, a13);
        FloatVector b13 = HIGH_8.selectFrom(a5, a13);
        FloatVector b6 = LOW_8.selectFrom(a6, a14);
        FloatVector b14 = HIGH_8.selectFrom(a6, a14);
        FloatVector b7 = LOW_8.selectFrom(a7, a15);
        FloatVector b15 = HIGH_8.selectFrom(a7, a15);
        a0 = LOW_4.selectFrom(b0, b4);
        a4 = HIGH_4.selectFrom(b0, b4);
        a1 = LOW_4.selectFrom(b1, b5);
        a5 = HIGH_4.selectFrom(b1, b5);
        a2 = LOW_4.selectFrom(b2, b6);
        a6 = HIGH_4.selectFrom(b2, b6);
        a3 = LOW_4.selectFrom(b3, b7);
        a7 = HIGH_4.selectFrom(b3, b7);
        a8 = LOW_4.selectFrom(b8, b12);
        a12 = HIGH_4.selectFrom(b8, b12);
        a9 = LOW_4.selectFrom(b9, b13);
        a13 = HIGH_4.selectFrom(b9, b13);
        a10 = LOW_4.selectFrom(b10, b14);
        a14 = HIGH_4.selectFrom(b10, b14);
        a11 = LOW_4.selectFrom(b11, b15);
        a15 = HIGH_4.selectFrom(b11, b15);
        b0 = LOW_2.selectFrom(a0, a2);
        b2 = HIGH_2.selectFrom(a0, a2);
        b1 = LOW_2.selectFrom(a1, a3);
        b3 = HIGH_2.selectFrom(a1, a3);
        b4 = LOW_2.selectFrom(a4, a6);
        b6 = HIGH_2.selectFrom(a4, a6);
        b5 = LOW_2.selectFrom(a5, a7);
        b7 = HIGH_2.selectFrom(a5, a7);
        b8 = LOW_2.selectFrom(a8, a10);
        b10 = HIGH_2.selectFrom(a8, a10);
        b9 = LOW_2.selectFrom(a9, a11);
        b11 = HIGH_2.selectFrom(a9, a11);
        b12 = LOW_2.selectFrom(a12, a14);
        b14 = HIGH_2.selectFrom(a12, a14);
        b13 = LOW_2.selectFrom(a13, a15);
        b15 = HIGH_2.selectFrom(a13, a15);
        LOW_1.selectFrom(b0, b1).intoArray(to, places[placesAt] + shift);
        HIGH_1.selectFrom(b0, b1).intoArray(to, places[placesAt + 1] + shift);
        LOW_1.selectFrom(b2, b3).intoArray(to, places[placesAt + 2] + shift);
        HIGH_1.selectFrom(b2, b3).intoArray(to, places[placesAt + 3] + shift);
        LOW_1.selectFrom(b4, b5).intoArray(to, places[placesAt + 4] + shift);
        HIGH_1.selectFrom(b4, b5).intoArray(to, places[placesAt + 5] + shift);
        LOW_1.selectFrom(b6, b7).intoArray(to, places[placesAt + 6] + shift);
        HIGH_1.selectFrom(b6, b7).intoArray(to, places[placesAt + 7] + shift);
        LOW_1.selectFrom(b8, b9).intoArray(to, places[placesAt + 8] + shift);
        HIGH_1.selectFrom(b8, b9).intoArray(to, places[placesAt + 9] + shift);
        LOW_1.selectFrom(b10, b11).intoArray(to, places[placesAt + 10] + shift);
        HIGH_1.selectFrom(b10, b11).intoArray(to, places[placesAt + 11] + shift);
        LOW_1.selectFrom(b12, b13).intoArray(to, places[placesAt + 12] + shift);
        HIGH_1.selectFrom(b12, b13).intoArray(to, places[placesAt + 13] + shift);
        LOW_1.selectFrom(b14, b15).intoArray(to, places[placesAt + 14] + shift);
        HIGH_1.selectFrom(b14, b15).intoArray(to, places[placesAt + 15] + shift);
    }

    /** Undoes {@link #turn}. */
    static void turnBack(float[] from, int[] places, int placesAt, int shift, float[] to, int at, int plane) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, from, places[placesAt] + shift);
        FloatVector a1 = FloatVector.fromArray(SPECIES, from, places[placesAt + 1] + shift);
        FloatVector a2 = FloatVector.fromArray(SPECIES, from, places[placesAt + 2] + shift);
        FloatVector a3 = FloatVector.fromArray(SPECIES, from, places[placesAt + 3] + shift);
        FloatVector a4 = FloatVector.fromArray(SPECIES, from, places[placesAt + 4] + shift);
        FloatVector a5 = FloatVector.fromArray(SPECIES, from, places[placesAt + 5] + shift);
        FloatVector a6 = FloatVector.fromArray(SPECIES, from, places[placesAt + 6] + shift);
        FloatVector a7 = FloatVector.fromArray(SPECIES, from, places[placesAt + 7] + shift);
        FloatVector a8 = FloatVector.fromArray(SPECIES, from, places[placesAt + 8] + shift);
        FloatVector a9 = FloatVector.fromArray(SPECIES, from, places[placesAt + 9] + shift);
        FloatVector a10 = FloatVector.fromArray(SPECIES, from, places[placesAt + 10] + shift);
        FloatVector a11 = FloatVector.fromArray(SPECIES, from, places[placesAt + 11] + shift);
        FloatVector a12 = FloatVector.fromArray(SPECIES, from, places[placesAt + 12] + shift);
        FloatVector a13 = FloatVector.fromArray(SPECIES, from, places[placesAt + 13] + shift);
        FloatVector a14 = FloatVector.fromArray(SPECIES, from, places[placesAt + 14] + shift);
        FloatVector a15 = FloatVector.fromArray(SPECIES, from, places[placesAt + 15] + shift);
        FloatVector b0 = LOW_8.selectFrom(a0, a8);
        FloatVector b8 = HIGH_8.selectFrom(a0, a8);
        FloatVector b1 = LOW_8.selectFrom(a1, a9);
        FloatVector b9 = HIGH_8.selectFrom(a1, a9);
        FloatVector b2 = LOW_8.selectFrom(a2, a10);
        FloatVector b10 = HIGH_8.selectFrom(a2, a10);
        FloatVector b3 = LOW_8.selectFrom(a3, a11);
        FloatVector b11 = HIGH_8.selectFrom(a3, a11);
        FloatVector b4 = LOW_8.selectFrom(a4, a12);
        FloatVector b12 = HIGH_8.selectFrom(a4, a12);
        FloatVector b5 = LOW_8.selectFrom(a5, a13);
        FloatVector b13 = HIGH_8.selectFrom(a5, a13);
        FloatVector b6 = LOW_8.selectFrom(a6, a14);
        FloatVector b14 = HIGH_8.selectFrom(a6, a14);
        FloatVector b7 = LOW_8.selectFrom(a7, a15);
        FloatVector b15 = HIGH_8.selectFrom(a7, a15);
        a0 = LOW_4.selectFrom(b0, b4);
        a4 = HIGH_4.selectFrom(b0, b4);
        a1 = LOW_4.selectFrom(b1, b5);
        a5 = HIGH_4.selectFrom(b1, b5);
        a2 = LOW_4.selectFrom(b2, b6);
        a6 = HIGH_4.selectFrom(b2, b6);
        a3 = LOW_4.selectFrom(b3, b7);
        a7 = HIGH_4.selectFrom(b3, b7);
        a8 = LOW_4.selectFrom(b8, b12);
        a12 = HIGH_4.selectFrom(b8, b12);
        a9 = LOW_4.selectFrom(b9, b13);
        a13 = HIGH_4.selectFrom(b9, b13);
        a10 = LOW_4.selectFrom(b10, b14);
        a14 = HIGH_4.selectFrom(b10, b14);
        a11 = LOW_4.selectFrom(b11, b15);
        a15 = HIGH_4.selectFrom(b11, b15);
        b0 = LOW_2.selectFrom(a0, a2);
        b2 = HIGH_2.selectFrom(a0, a2);
        b1 = LOW_2.selectFrom(a1, a3);
        b3 = HIGH_2.selectFrom(a1, a3);
        b4 = LOW_2.selectFrom(a4, a6);
        b6 = HIGH_2.selectFrom(a4, a6);
        b5 = LOW_2.selectFrom(a5, a7);
        b7 = HIGH_2.selectFrom(a5, a7);
        b8 = LOW_2.selectFrom(a8, a10);
        b10 = HIGH_2.selectFrom(a8, a10);
        b9 = LOW_2.selectFrom(a9, a11);
        b11 = HIGH_2.selectFrom(a9, a11);
        b12 = LOW_2.selectFrom(a12, a14);
        b14 = HIGH_2.selectFrom(a12, a14);
        b13 = LOW_2.selectFrom(a13, a15);
        b15 = HIGH_2.selectFrom(a13, a15);
        LOW_1.selectFrom(b0, b1).intoArray(to, at);
        HIGH_1.selectFrom(b0, b1).intoArray(to, at + plane);
        LOW_1.selectFrom(b2, b3).intoArray(to, at + 2 * plane);
        HIGH_1.selectFrom(b2, b3).intoArray(to, at + 3 * plane);
        LOW_1.selectFrom(b4, b5).intoArray(to, at + 4 * plane);
        HIGH_1.selectFrom(b4, b5).intoArray(to, at + 5 * plane);
        LOW_1.selectFrom(b6, b7).intoArray(to, at + 6 * plane);
        HIGH_1.selectFrom(b6, b7).intoArray(to, at + 7 * plane);
        LOW_1.selectFrom(b8, b9).intoArray(to, at + 8 * plane);
        HIGH_1.selectFrom(b8, b9).intoArray(to, at + 9 * plane);
        LOW_1.selectFrom(b10, b11).intoArray(to, at + 10 * plane);
        HIGH_1.selectFrom(b10, b11).intoArray(to, at + 11 * plane);
        LOW_1.selectFrom(b12, b13).intoArray(to, at + 12 * plane);
        HIGH_1.selectFrom(b12, b13).intoArray(to, at + 13 * plane);
        LOW_1.selectFrom(b14, b15).intoArray(to, at + 14 * plane);
        HIGH_1.selectFrom(b14, b15).intoArray(to, at + 15 * plane);
    }
}
