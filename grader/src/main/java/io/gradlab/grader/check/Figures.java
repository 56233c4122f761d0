package io.gradlab.grader.check;

import io.gradlab.nn.tensor.Shape;
import java.util.Locale;

/** Numbers and indices as they stand in messages. */
final class Figures {
    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 9; // of a float

    private Figures() {}

    /** Returns a number with four digits, without zeros at the end: {@code 0.0412}. */
    static String of(double value) {
        return of(value, DIGITS);
    }

    /** Returns two numbers with as many digits as it takes to tell them apart. */
    static String[] apart(double one, double other) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && of(one, digits).equals(of(other, digits))) {
            digits++;
        }
        return new String[] {of(one, digits), of(other, digits)};
    }

    /** Returns the place of the number {@code offset} in a tensor: {@code [3,1]}, or nothing in a scalar. */
    static String index(Shape shape, int offset) {
        if (shape.rank() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int rest = offset;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            text.insert(0, (axis == 0 ? "[" : ",") + rest % shape.dim(axis));
            rest /= shape.dim(axis);
        }
        return text.append(']').toString();
    }

    private static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        boolean plain = size >= 1e-4 && size < 1e7;
        String text = plain
                ? String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent(size)) + "f", value)
                : String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        return plain && text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static int exponent(double size) {
        return (int) Math.floor(StrictMath.log10(size));
    }
}
