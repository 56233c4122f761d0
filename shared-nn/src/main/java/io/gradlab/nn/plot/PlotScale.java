package io.gradlab.nn.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers from {@code low} to {@code high} along an axis.
 *
 * @param logarithmic whether equal ratios are equally long; {@code low} is above 0 then
 */
record PlotScale(double low, double high, boolean logarithmic) {
    private static final int[] FEW = {1, 2, 5};
    private static final int[] MANY = {1, 2, 3, 4, 5, 6, 8};
    private static final int ENOUGH = 4;

    PlotScale {
        if (!(low < high) || (logarithmic && !(low > 0))) {
            throw new IllegalArgumentException("A scale cannot reach from " + low + " to " + high);
        }
    }

    static PlotScale linear(double low, double high) {
        return new PlotScale(low, high, false);
    }

    static PlotScale logarithmic(double low, double high) {
        return new PlotScale(low, high, true);
    }

    /** Returns where a number stands: 0 at the low end, 1 at the high one. */
    double share(double value) {
        return logarithmic ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
    }

    /** Returns the numbers to show: round ones; of a logarithmic scale 1, 2 and 5 times powers of ten, or more. */
    List<Double> ticks(int wanted) {
        if (!logarithmic) {
            return Numbers.ticks(low, high, wanted);
        }
        List<Double> ticks = powers(FEW);
        return ticks.size() >= ENOUGH ? ticks : powers(MANY);
    }

    private List<Double> powers(int[] factors) {
        List<Double> ticks = new ArrayList<>();
        int last = (int) StrictMath.ceil(StrictMath.log10(high));
        for (int power = (int) StrictMath.floor(StrictMath.log10(low)); power <= last; power++) {
            for (int factor : factors) {
                double tick = factor * StrictMath.pow(10, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
