package io.gradlab.nn.kernel.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Winograd's inner loops on vectors of channels; {@link PlainWinograd} states them one channel at a time.
 *
 * <p>Why they are fast: a transform is a dozen additions of whole vectors on each side of a patch. The side that is finished
 * first goes to a small array that stays in the first cache, because 36 vectors are more than there are registers.
 */
final class SimdWinograd implements WinogradLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();
    private static final int SIDE = WinogradForm.PATCH;

    private static final float NO_FLOOR = Float.NEGATIVE_INFINITY;
    private static final float[] ZEROS = new float[LENGTH];

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
            float[] x,
            int at,
            int rowStride,
            int pixelStride,
            int count,
            float[] v,
            int vAt,
            int planeStride,
            float[] half) {
        for (int c = 0; c < count; c += LENGTH) {
            for (int j = 0; j < SIDE; j++) {
                inputSide(x, at + c + j * pixelStride, rowStride, half, j * LENGTH, SIDE * LENGTH);
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
            WinogradForm form,
            float[] m,
            int mAt,
            int planeStride,
            int channels,
            float[] bias,
            float floor,
            float[] y,
            int yAt,
            int rowStride,
            int pixelStride,
            float[] half) {
        if (form == WinogradForm.FOUR_BY_THREE) {
            for (int c = 0; c < channels; c += LENGTH) {
                for (int j = 0; j < SIDE; j++) {
                    fourOutputs(
                            m,
                            mAt + c + j * planeStride,
                            SIDE * planeStride,
                            ZEROS,
                            0,
                            NO_FLOOR,
                            half,
                            j * LENGTH,
                            SIDE * LENGTH);
                }
                for (int i = 0; i < 4; i++) {
                    fourOutputs(
                            half, i * SIDE * LENGTH, LENGTH, bias, c, floor, y, yAt + c + i * rowStride, pixelStride);
                }
            }
        } else {
            for (int c = 0; c < channels; c += LENGTH) {
                for (int j = 0; j < SIDE; j++) {
                    twoOutputs(
                            m,
                            mAt + c + j * planeStride,
                            SIDE * planeStride,
                            ZEROS,
                            0,
                            NO_FLOOR,
                            half,
                            j * LENGTH,
                            SIDE * LENGTH);
                }
                twoOutputs(half, 0, LENGTH, bias, c, floor, y, yAt + c, pixelStride);
                twoOutputs(half, SIDE * LENGTH, LENGTH, bias, c, floor, y, yAt + c + rowStride, pixelStride);
            }
        }
    }

    private static void fourOutputs(
            float[] m, int at, int stride, float[] bias, int biasAt, float floor, float[] y, int yAt, int yStride) {
        FloatVector least = FloatVector.broadcast(SPECIES, floor);
        FloatVector added = FloatVector.fromArray(SPECIES, bias, biasAt);
        FloatVector m1 = FloatVector.fromArray(SPECIES, m, at + stride);
        FloatVector m2 = FloatVector.fromArray(SPECIES, m, at + 2 * stride);
        FloatVector m3 = FloatVector.fromArray(SPECIES, m, at + 3 * stride);
        FloatVector m4 = FloatVector.fromArray(SPECIES, m, at + 4 * stride);
        FloatVector p = m1.add(m2).add(added);
        FloatVector q = m1.sub(m2).add(added);
        FloatVector r = m3.add(m4);
        FloatVector s = m3.sub(m4);
        FloatVector.fromArray(SPECIES, m, at).add(p).add(r).max(least).intoArray(y, yAt);
        s.fma(FloatVector.broadcast(SPECIES, 2), q).max(least).intoArray(y, yAt + yStride);
        r.fma(FloatVector.broadcast(SPECIES, 4), p).max(least).intoArray(y, yAt + 2 * yStride);
        s.fma(FloatVector.broadcast(SPECIES, 8), q)
                .add(FloatVector.fromArray(SPECIES, m, at + 5 * stride))
                .max(least)
                .intoArray(y, yAt + 3 * yStride);
    }

    private static void twoOutputs(
            float[] m, int at, int stride, float[] bias, int biasAt, float floor, float[] y, int yAt, int yStride) {
        FloatVector least = FloatVector.broadcast(SPECIES, floor);
        FloatVector added = FloatVector.fromArray(SPECIES, bias, biasAt);
        FloatVector m1 = FloatVector.fromArray(SPECIES, m, at + stride);
        FloatVector m2 = FloatVector.fromArray(SPECIES, m, at + 2 * stride);
        FloatVector m3 = FloatVector.fromArray(SPECIES, m, at + 3 * stride);
        FloatVector m4 = FloatVector.fromArray(SPECIES, m, at + 4 * stride);
        FloatVector p = m1.add(m2).add(added);
        FloatVector q = m1.sub(m2).add(added);
        FloatVector.fromArray(SPECIES, m, at).add(p).add(m3.add(m4)).max(least).intoArray(y, yAt);
        m3.sub(m4)
                .fma(FloatVector.broadcast(SPECIES, 2), q)
                .add(FloatVector.fromArray(SPECIES, m, at + 5 * stride))
                .max(least)
                .intoArray(y, yAt + yStride);
    }

    @Override
    public void transformGradient(
            WinogradForm form,
            float[] g,
            int at,
            int rowStride,
            int pixelStride,
            int count,
            float[] t,
            int tAt,
            int planeStride,
            float[] half) {
        if (form == WinogradForm.FOUR_BY_THREE) {
            for (int c = 0; c < count; c += LENGTH) {
                for (int j = 0; j < 4; j++) {
                    fourGradients(g, at + c + j * pixelStride, rowStride, half, j * LENGTH, 4 * LENGTH);
                }
                for (int i = 0; i < SIDE; i++) {
                    fourGradients(half, i * 4 * LENGTH, LENGTH, t, tAt + c + i * SIDE * planeStride, planeStride);
                }
            }
        } else {
            for (int c = 0; c < count; c += LENGTH) {
                twoGradients(g, at + c, rowStride, half, 0, 2 * LENGTH);
                twoGradients(g, at + c + pixelStride, rowStride, half, LENGTH, 2 * LENGTH);
                for (int i = 0; i < SIDE; i++) {
                    twoGradients(half, i * 2 * LENGTH, LENGTH, t, tAt + c + i * SIDE * planeStride, planeStride);
                }
            }
        }
    }

    private static void fourGradients(float[] g, int at, int stride, float[] t, int tAt, int tStride) {
        FloatVector g0 = FloatVector.fromArray(SPECIES, g, at);
        FloatVector g1 = FloatVector.fromArray(SPECIES, g, at + stride);
        FloatVector g2 = FloatVector.fromArray(SPECIES, g, at + 2 * stride);
        FloatVector g3 = FloatVector.fromArray(SPECIES, g, at + 3 * stride);
        FloatVector four = FloatVector.broadcast(SPECIES, 4);
        FloatVector two = FloatVector.broadcast(SPECIES, 2);
        FloatVector even = g0.add(g2);
        FloatVector odd = g1.add(g3);
        FloatVector evenAtTwo = g2.fma(four, g0);
        FloatVector oddAtTwo = g3.fma(four, g1).mul(two);
        g0.intoArray(t, tAt);
        even.add(odd).intoArray(t, tAt + tStride);
        even.sub(odd).intoArray(t, tAt + 2 * tStride);
        evenAtTwo.add(oddAtTwo).intoArray(t, tAt + 3 * tStride);
        evenAtTwo.sub(oddAtTwo).intoArray(t, tAt + 4 * tStride);
        g3.intoArray(t, tAt + 5 * tStride);
    }

    private static void twoGradients(float[] g, int at, int stride, float[] t, int tAt, int tStride) {
        FloatVector g0 = FloatVector.fromArray(SPECIES, g, at);
        FloatVector g1 = FloatVector.fromArray(SPECIES, g, at + stride);
        FloatVector twice = g1.add(g1);
        g0.intoArray(t, tAt);
        g0.add(g1).intoArray(t, tAt + tStride);
        g0.sub(g1).intoArray(t, tAt + 2 * tStride);
        g0.add(twice).intoArray(t, tAt + 3 * tStride);
        g0.sub(twice).intoArray(t, tAt + 4 * tStride);
        g1.intoArray(t, tAt + 5 * tStride);
    }
}
