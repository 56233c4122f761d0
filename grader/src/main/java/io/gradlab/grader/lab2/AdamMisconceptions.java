package io.gradlab.grader.lab2;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.AdamOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SgdOracle;
import java.util.List;

/** What goes wrong in Adam. */
final class AdamMisconceptions {

    private AdamMisconceptions() {}

    /** From a mean m of the gradients and a mean v of their squares at step t, what is taken away times η. */
    private interface Move {
        double of(double m, double v, int t);
    }

    static List<Misconception> of(DoubleTensor value, List<DoubleTensor> gradients, double learningRate) {
        return List.of(
                new Misconception(
                        "the steps go uphill: m̂ was added instead of taken away",
                        new AdamOracle().steps(value, gradients, -learningRate)),
                new Misconception(
                        "m and v were not divided by 1 - βᵗ",
                        steps(value, gradients, learningRate, (m, v, _) -> m / (Math.sqrt(v) + 1e-8))),
                new Misconception(
                        "β₁ and β₂ were exchanged", new AdamOracle(0.999, 0.9).steps(value, gradients, learningRate)),
                new Misconception(
                        "the root was forgotten: it was divided by v̂ instead of √v̂",
                        steps(value, gradients, learningRate, (m, v, t) -> first(m, t) / (second(v, t) + 1e-8))),
                new Misconception(
                        "t stays at 1; count the steps",
                        steps(
                                value,
                                gradients,
                                learningRate,
                                (m, v, _) -> first(m, 1) / (Math.sqrt(second(v, 1)) + 1e-8))),
                new Misconception("m and v begin at 0 in each step; keep them", afresh(value, gradients, learningRate)),
                new Misconception(
                        "t starts at 0, and 1 - β⁰ is 0; count before you divide", value.map(_ -> Double.NaN)));
    }

    /** What goes wrong with ε in a first step. */
    static List<Misconception> ofEpsilon(DoubleTensor value, DoubleTensor gradient, double learningRate) {
        return List.of(
                new Misconception(
                        "ε is missing below the fraction line",
                        value.with(gradient, (w, g) -> w - learningRate * Math.signum(g))),
                new Misconception(
                        "ε was added under the root; it is added to the root",
                        value.with(gradient, (w, g) -> w - learningRate * g / Math.sqrt(g * g + 1e-8))),
                new Misconception(
                        "ε was added to the root before v was divided by 1 - β₂ᵗ",
                        value.with(
                                gradient,
                                (w, g) -> w - learningRate * g / (Math.abs(g) + 1e-8 / Math.sqrt(1 - 0.999)))));
    }

    private static DoubleTensor steps(
            DoubleTensor value, List<DoubleTensor> gradients, double learningRate, Move move) {
        DoubleTensor w = value;
        DoubleTensor m = value.times(0);
        DoubleTensor v = value.times(0);
        for (int step = 0; step < gradients.size(); step++) {
            int time = step + 1;
            m = m.with(gradients.get(step), (a, g) -> 0.9 * a + 0.1 * g);
            v = v.with(gradients.get(step), (a, g) -> 0.999 * a + 0.001 * g * g);
            w = SgdOracle.step(w, m.with(v, (a, b) -> move.of(a, b, time)), learningRate);
        }
        return w;
    }

    private static DoubleTensor afresh(DoubleTensor value, List<DoubleTensor> gradients, double learningRate) {
        DoubleTensor w = value;
        for (DoubleTensor gradient : gradients) {
            w = new AdamOracle().steps(w, List.of(gradient), learningRate);
        }
        return w;
    }

    private static double first(double m, int time) {
        return m / (1 - StrictMath.pow(0.9, time));
    }

    private static double second(double v, int time) {
        return v / (1 - StrictMath.pow(0.999, time));
    }
}
