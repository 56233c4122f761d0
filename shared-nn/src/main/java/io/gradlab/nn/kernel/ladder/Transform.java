package io.gradlab.nn.kernel.ladder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Computes {@code T X Tᵀ} for a small matrix T and very many small square matrices X at once, a vector of them a step. */
final class Transform {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private Transform() {}

    /**
     * Transforms.
     *
     * @param t {@code [to, from]}
     * @param x {@code [from · from, count]}: the first entries of all matrices, then the second ones, …
     * @param half room for {@code [to · from, count]}
     * @param y {@code [to · to, count]}
     */
    static void bothSides(float[][] t, float[] x, int count, float[] half, float[] y) {
        int to = t.length;
        int from = t[0].length;
        for (int column = 0; column < from; column++) {
            oneSide(t, x, column * count, from * count, half, column * count, from * count, count);
        }
        for (int row = 0; row < to; row++) {
            oneSide(t, half, row * from * count, count, y, row * to * count, count, count);
        }
    }

    private static void oneSide(float[][] t, float[] x, int xAt, int xStep, float[] y, int yAt, int yStep, int count) {
        for (int row = 0; row < t.length; row++) {
            combine(t[row], x, xAt, xStep, y, yAt + row * yStep, count);
        }
    }

    /** Computes {@code y[i] = Σ_k factors[k] · x[k · step + i]}. */
    private static void combine(float[] factors, float[] x, int xAt, int step, float[] y, int yAt, int count) {
        int i = 0;
        for (; i <= count - SPECIES.length(); i += SPECIES.length()) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int k = 0; k < factors.length; k++) {
                sum = FloatVector.fromArray(SPECIES, x, xAt + k * step + i)
                        .fma(FloatVector.broadcast(SPECIES, factors[k]), sum);
            }
            sum.intoArray(y, yAt + i);
        }
        for (; i < count; i++) {
            float sum = 0;
            for (int k = 0; k < factors.length; k++) {
                sum = Math.fma(factors[k], x[xAt + k * step + i], sum);
            }
            y[yAt + i] = sum;
        }
    }
}
