package io.gradlab.nn.kernel.cpu;

/**
 * exp, the logistic function and tanh for one float32, by exactly rounded operations only, so that interpreter, compiler
 * and every vector width agree to the bit ({@code Math.exp} and the Vector API's {@code EXP} do not).
 *
 * <p>exp: Cody and Waite's reduction x = n·ln 2 + r, |r| ≤ ln 2 / 2, and a polynomial of degree 6 in r; relative error
 * below 2e-7. tanh: an odd polynomial below 0.625 (Cephes' coefficients), else 1 - 2 / (e^2|x| + 1); error below 3e-7.
 *
 * <p>Why they are fast: no table and no branch that depends on the data, so {@link SimdLoops} does the same operations on
 * whole vectors.
 */
final class Polynomials {
    static final float LOG2_E = 1.44269504f;
    static final float LN2_HIGH = 0.693359375f; // few bits, so that n · LN2_HIGH is exact
    static final float LN2_LOW = -2.12194440e-4f;
    static final float ROUND = 0x1.8p23f; // adding it leaves an integer in the low bits of the mantissa
    static final float EXP_LARGEST = 88.37f;
    static final float EXP_SMALLEST = -87.33f; // below, e^x is no longer a normal float; we return 0
    static final float E6 = 1.9875691500e-4f;
    static final float E5 = 1.3981999507e-3f;
    static final float E4 = 8.3334519073e-3f;
    static final float E3 = 4.1665795894e-2f;
    static final float E2 = 1.6666665459e-1f;
    static final float E1 = 5.0000001201e-1f;

    static final float TANH_SMALL = 0.625f;
    static final float T5 = -5.70498872745e-3f;
    static final float T4 = 2.06390887954e-2f;
    static final float T3 = -5.37397155531e-2f;
    static final float T2 = 1.33314422036e-1f;
    static final float T1 = -3.33332819422e-1f;

    private Polynomials() {}

    static float exp(float x) {
        float clamped = Math.min(Math.max(x, EXP_SMALLEST), EXP_LARGEST);
        float shifted = Math.fma(clamped, LOG2_E, ROUND);
        float n = shifted - ROUND;
        float r = Math.fma(n, -LN2_HIGH, clamped);
        r = Math.fma(n, -LN2_LOW, r);
        float p = E6;
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r, E1);
        p = Math.fma(p, r * r, r) + 1;
        int exponent = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUND);
        float result = p * Float.intBitsToFloat((exponent + 127) << 23);
        return x < EXP_SMALLEST ? 0 : result;
    }

    static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    static float tanh(float x) {
        float size = Math.abs(x);
        float large = 1 - 2 / (exp(size + size) + 1);
        float square = x * x;
        float p = T5;
        p = Math.fma(p, square, T4);
        p = Math.fma(p, square, T3);
        p = Math.fma(p, square, T2);
        p = Math.fma(p, square, T1);
        float small = Math.fma(p * square, x, x);
        return size < TANH_SMALL ? small : Math.copySign(large, x);
    }
}
