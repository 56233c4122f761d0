package io.gradlab.grader.oracle;

import java.util.function.DoubleUnaryOperator;

/** IEEE 754 float16: 1 sign bit, 5 bits of exponent, 10 of fraction. */
public final class HalfOracle {
    private static final int FRACTION = 10;
    private static final int SMALLEST_EXPONENT = -14;
    private static final int INFINITE = 0x7C00;
    private static final double LARGEST = 65504;

    private HalfOracle() {}

    /** Returns the bits of the nearest float16, of equally near ones the even; beyond the largest, the largest. */
    public static int bits(double x) {
        return bits(Math.clamp(x, -LARGEST, LARGEST), Math::rint);
    }

    /** Returns the bits of a float16 whose fraction is rounded in this way; infinite if it is too large. */
    public static int bits(double x, DoubleUnaryOperator rounding) {
        int sign = x < 0 ? 0x8000 : 0;
        int exponent = Math.max(SMALLEST_EXPONENT, x == 0 ? SMALLEST_EXPONENT : Math.getExponent(x));
        double unit = Math.scalb(1.0, exponent - FRACTION);
        int fraction = (int) rounding.applyAsDouble(Math.abs(x) / unit); // with the hidden bit, if there is one
        int stepsUp = exponent - SMALLEST_EXPONENT;
        return sign + Math.min(INFINITE, (stepsUp << FRACTION) + fraction);
    }

    /** Returns the number that float16 bits stand for. */
    public static double value(int bits) {
        int steps = bits >> FRACTION & 0x1F;
        int fraction = bits & 0x3FF;
        double size = steps == 0
                ? Math.scalb((double) fraction, SMALLEST_EXPONENT - FRACTION)
                : Math.scalb(1024.0 + fraction, steps - 1 + SMALLEST_EXPONENT - FRACTION);
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
