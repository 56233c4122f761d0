package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 1.5. */
@Task(id = "1.5", title = "softmax", points = 8)
public class SoftmaxChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor logits = Tensor.matrix(new float[][] {{1, 2, 3}, {0, 0, 0}});
        double third = 1.0 / 3;
        double[] expected = {0.0900305732, 0.2447284711, 0.6652409558, third, third, third};
        check(bench, logits, new DoubleTensor(Shape.of(2, 3), expected));
    }

    @Check(value = "of random logits", points = 3.5, rank = 2)
    void ofRandomLogits(Bench bench) {
        check(bench, bench.gaussians("logits", 7, 5));
        check(bench, bench.gaussians("square logits", 4, 4));
    }

    @Check(value = "of odd shapes", points = 1.5, rank = 3)
    void ofOddShapes(Bench bench) {
        check(bench, bench.gaussians("one sample", 1, 9));
        check(bench, bench.gaussians("one class", 5, 1));
        check(bench, bench.gaussians("many", 33, 17));
    }

    @Check(value = "of shifted logits", points = 0.5, rank = 4)
    void ofShiftedLogits(Bench bench) {
        Tensor logits = bench.gaussians("shifted", 3, 4);
        float[] z = logits.data();
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.scalb(Math.round(Math.scalb(z[i], 8)), -8) + 60 * (i / 4) - 60; // exact in float
        }
        check(bench, logits);
    }

    @Check(value = "at ±1000", points = 2, rank = 5)
    void ofLargeLogits(Bench bench) {
        check(bench, Tensor.matrix(new float[][] {{1000, 1001, 999}, {-1000, -1001, -999}, {1000, -1000, 0}}));
    }

    @Check(value = "only reads its argument", points = 0.5, rank = 6)
    void onlyReadsItsArgument(Bench bench) {
        Tensor logits = bench.gaussians("read only", 4, 3);
        bench.unchanged("logits", bench.tensor(ask(bench, logits), "argument.0"), logits);
    }

    private static void check(Bench bench, Tensor logits) {
        check(bench, logits, SoftmaxOracle.softmax(DoubleTensor.of(logits)));
    }

    private static void check(Bench bench, Tensor logits, DoubleTensor expected) {
        DoubleTensor actual = bench.tensor(ask(bench, logits), "result");
        bench.compare("softmax", actual, expected, SoftmaxMisconceptions.of(DoubleTensor.of(logits)));
    }

    private static Answer ask(Bench bench, Tensor logits) {
        return bench.ask(new Probe.OfFunction("softmax", List.of(Value.of(logits))));
    }
}
