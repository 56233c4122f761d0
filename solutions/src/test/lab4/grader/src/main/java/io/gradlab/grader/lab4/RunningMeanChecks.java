package io.gradlab.grader.lab4;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 4.1. */
@Task(id = "4.1", title = "running mean", points = 6)
public class RunningMeanChecks {

    @Check(value = "of numbers by hand", points = 0, rank = 1)
    void ofNumbersByHand(Bench bench) {
        check(bench, Tensor.vector(4, 8, 0), 0.75);
    }

    @Check(value = "of random numbers", points = 4, rank = 2)
    void ofRandomNumbers(Bench bench) {
        check(bench, bench.gaussians("values", 20), 0.9);
    }

    @Check(value = "of one number, and without memory", points = 1, rank = 3)
    void ofOddArguments(Bench bench) {
        check(bench, bench.gaussians("one", 1), 0.5);
        check(bench, bench.gaussians("no memory", 5), 0);
    }

    @Check(value = "only reads its argument", points = 1, rank = 4)
    void onlyReadsItsArgument(Bench bench) {
        Tensor values = bench.gaussians("read only", 6);
        bench.unchanged("values", bench.tensor(ask(bench, values, 0.5), "argument.0"), values);
    }

    private static void check(Bench bench, Tensor values, double keep) {
        DoubleTensor x = DoubleTensor.of(values);
        bench.compare(
                "mean",
                bench.tensor(ask(bench, values, keep), "result"),
                RunningMeanOracle.mean(x, keep),
                RunningMeanOracle.misconceptions(x, keep));
    }

    private static Answer ask(Bench bench, Tensor values, double keep) {
        return bench.ask(new Probe.OfFunction("runningMean", List.of(Value.of(values), new Value.Real(keep))));
    }
}
