package io.gradlab.grader.lab4;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import java.util.List;

/** The running mean in double precision, and what mistakes make of it. */
final class RunningMeanOracle {

    private RunningMeanOracle() {}

    static DoubleTensor mean(DoubleTensor values, double keep) {
        return mean(values, values.data()[0], keep, 1 - keep);
    }

    static List<Misconception> misconceptions(DoubleTensor values, double keep) {
        double first = values.data()[0];
        return List.of(
                new Misconception(
                        "keep and 1 - keep changed places: keep belongs to the mean before",
                        mean(values, first, 1 - keep, keep)),
                new Misconception(
                        "the mean began at 0: the first mean is the first value",
                        mean(values, (1 - keep) * first, keep, 1 - keep)));
    }

    private static DoubleTensor mean(DoubleTensor values, double first, double ofMean, double ofValue) {
        double[] means = new double[values.data().length];
        means[0] = first;
        for (int t = 1; t < means.length; t++) {
            means[t] = ofMean * means[t - 1] + ofValue * values.data()[t];
        }
        return new DoubleTensor(values.shape(), means);
    }
}
