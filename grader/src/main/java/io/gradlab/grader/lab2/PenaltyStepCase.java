package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Verdicts;
import io.gradlab.nn.tensor.Tensor;
import java.util.Map;

/** Steps of gradient descent of which it is asked whether an L2 penalty has had a part in them. */
final class PenaltyStepCase {
    private static final double RATE = 0.5;
    private static final double LAMBDA = 0.02;
    private static final double ROUNDED = 1e4; // to four decimals

    private PenaltyStepCase() {}

    static void check(Bench bench) {
        Verdicts verdicts = new Verdicts();
        for (boolean trains : new boolean[] {true, false}) {
            for (double along : new double[] {0.3, -0.3, 0}) { // the loss makes the weights smaller, larger, neither
                add(bench, verdicts, trains, along);
            }
        }
        verdicts.judge(bench);
    }

    private static void add(Bench bench, Verdicts verdicts, boolean trains, double along) {
        Tensor before = bench.gaussians("weights " + along, 6, 5);
        Tensor gradient = bench.gaussians("gradient " + along, 6, 5);
        Tensor after = before.copy();
        double smaller = 0;
        for (int i = 0; i < after.size(); i++) {
            double w = before.data()[i];
            gradient.data()[i] = (float) (0.05 * gradient.data()[i] + along * w);
            double step = RATE * (gradient.data()[i] + (trains ? LAMBDA * w : 0));
            after.data()[i] = (float) (Math.rint((w - step) * ROUNDED) / ROUNDED);
            smaller += w * w - (double) after.data()[i] * after.data()[i];
        }
        double actual = RefereeChecks.ask(
                bench,
                "penaltyTrains",
                Value.of(before),
                Value.of(after),
                Value.of(gradient),
                Value.of(RATE),
                Value.of(LAMBDA));
        verdicts.add(
                "the verdict (1 is yes) on a step " + (trains ? "with" : "without") + " the penalty's gradient whose"
                        + " weights become " + (smaller > 0 ? "smaller" : "larger"),
                actual,
                trains ? 1 : 0,
                Map.of(
                        "only the size of the weights was asked; the loss alone can shrink them, or make them grow",
                        smaller > 0 ? 1.0 : 0.0,
                        "the answers are exchanged",
                        trains ? 0.0 : 1.0,
                        "after was compared to the last digit; reports round",
                        0.0));
    }
}
