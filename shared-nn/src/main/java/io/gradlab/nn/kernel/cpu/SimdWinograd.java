package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Winograd's inner loops on vectors of channels. */
final class SimdWinograd implements WinogradLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int SIDE = Winograd.PATCH;

    private final boolean manyRegisters;

    SimdWinograd(int tileRows) {
        this.manyRegisters = tileRows == ROWS;
    }

    @Override
    public int panel() {
        return 2 * LENGTH;
    }

    @Override
    public void transformInput(
            float[] x, int at, int rowStride, int channels, float[] v, int vAt, int planeStride, float[] half) {
        for (int c = 0; c < channels; c += LENGTH) {
            for (int j = 0; j < SIDE; j++) {
                inputSide(x, at + c + j * channels, rowStride, half, j * LENGTH, SIDE * LENGTH);
            }
            for (int i = 0; i < SIDE; i++) {
                inputSide(half, i * SIDE * LENGTH, LENGTH, v, vAt + c + i * SIDE * planeStride, planeStride);
            }
        }
    }

    private static void inputSide(float[] d, int at, int stride, float[] t, int tAt, int tStride) {
        FloatVector d0 = FloatVector.fromArray(SPECIES, d, at);
        FloatVector d1 = FloatVector.fromArray(SPECIES, d, at + stride);
        FloatVector d2 = FloatVector.fromArray(SPECIES, d, at + 2 * stride);
        FloatVector d3 = FloatVector.fromArray(SPECIES, d, at + 3 * stride);
        FloatVector d4 = FloatVector.fromArray(SPECIES, d, at + 4 * stride);
        FloatVector d5 = FloatVector.fromArray(SPECIES, d, at + 5 * stride);
        FloatVector four = FloatVector.broadcast(SPECIES, 4);
        FloatVector minusFour = FloatVector.broadcast(SPECIES, -4);
        FloatVector minusFive = FloatVector.broadcast(SPECIES, -5);
        FloatVector even = d2.fma(minusFour, d4);
        FloatVector odd = d1.fma(minusFour, d3);
        FloatVector outer = d4.sub(d2);
        FloatVector inner = d3.sub(d1);
        FloatVector twice = inner.add(inner);
        d0.fma(four, d2.fma(minusFive, d4)).intoArray(t, tAt);
        even.add(odd).intoArray(t, tAt + tStride);
        even.sub(odd).intoArray(t, tAt + 2 * tStride);
        outer.add(twice).intoArray(t, tAt + 3 * tStride);
        outer.sub(twice).intoArray(t, tAt + 4 * tStride);
        d1.fma(four, d3.fma(minusFive, d5)).intoArray(t, tAt + 5 * tStride);
    }

    @Override
    public void product(
            int depth, float[] a, int aAt, int aStride, float[] b, int bAt, float[] c, int cAt, int cStride) {
        if (manyRegisters) {
            SimdRowTiles.eightRows(depth, a, aAt, aStride, b, bAt, 2 * LENGTH, c, cAt, cStride);
        } else {
            SimdRowTiles.fourRows(depth, a, aAt, aStride, b, bAt, 2 * LENGTH, c, cAt, cStride);
            SimdRowTiles.fourRows(
                    depth, a, aAt + 4 * aStride, aStride, b, bAt, 2 * LENGTH, c, cAt + 4 * cStride, cStride);
        }
    }

    @Override
    public void transformOutput(
            float[] m, int mAt, int planeStride, int channels, float[] y, int yAt, int rowStride, float[] half) {
        for (int c = 0; c < channels; c += LENGTH) {
            for (int j = 0; j < SIDE; j++) {
                outputSide(m, mAt + c + j * planeStride, SIDE * planeStride, half, j * LENGTH, SIDE * LENGTH);
            }
            for (int i = 0; i < Winograd.TILE; i++) {
                outputSide(half, i * SIDE * LENGTH, LENGTH, y, yAt + c + i * rowStride, channels);
            }
        }
    }

    private static void outputSide(float[] m, int at, int stride, float[] y, int yAt, int yStride) {
        FloatVector m1 = FloatVector.fromArray(SPECIES, m, at + stride);
        FloatVector m2 = FloatVector.fromArray(SPECIES, m, at + 2 * stride);
        FloatVector m3 = FloatVector.fromArray(SPECIES, m, at + 3 * stride);
        FloatVector m4 = FloatVector.fromArray(SPECIES, m, at + 4 * stride);
        FloatVector p = m1.add(m2);
        FloatVector q = m1.sub(m2);
        FloatVector r = m3.add(m4);
        FloatVector s = m3.sub(m4);
        FloatVector.fromArray(SPECIES, m, at).add(p).add(r).intoArray(y, yAt);
        s.fma(FloatVector.broadcast(SPECIES, 2), q).intoArray(y, yAt + yStride);
        r.fma(FloatVector.broadcast(SPECIES, 4), p).intoArray(y, yAt + 2 * yStride);
        s.fma(FloatVector.broadcast(SPECIES, 8), q)
                .add(FloatVector.fromArray(SPECIES, m, at + 5 * stride))
                .intoArray(y, yAt + 3 * yStride);
    }
}
