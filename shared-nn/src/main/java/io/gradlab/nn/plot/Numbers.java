package io.gradlab.nn.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Numbers as pictures show them. */
final class Numbers {
    private Numbers() {}

    /** Returns the number with at most {@code digits} digits, as {@code 0.25}, {@code 120000} or {@code 1E-7}. */
    static String text(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** Returns the unit in the brackets at a label's end with a blank before it: {@code " %"} for "accuracy (%)". */
    static String unit(String label) {
        int open = label.lastIndexOf('(');
        return open >= 0 && label.endsWith(")") ? " " + label.substring(open + 1, label.length() - 1) : "";
    }

    /** Returns round numbers from {@code low} to {@code high}, about {@code wanted} of them, 1, 2 or 5 · 10^n apart. */
    static List<Double> ticks(double low, double high, int wanted) {
        double step = step((high - low) / wanted);
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private static double step(double atLeast) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(atLeast)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
