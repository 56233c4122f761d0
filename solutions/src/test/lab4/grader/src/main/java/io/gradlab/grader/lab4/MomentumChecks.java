package io.gradlab.grader.lab4;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 4.2. */
@Task(id = "4.2", title = "momentum", points = 4)
public class MomentumChecks {
    private static final double RATE = 0.5;
    private static final double FACTOR = 0.9;

    @Check(value = "of the first step", points = 1, rank = 1)
    void ofTheFirstStep(Bench bench) {
        Tensor w = bench.gaussians("w", 3, 2);
        Tensor g = bench.gaussians("g", 3, 2);
        bench.compare(
                "weight",
                bench.tensor(ask(bench, w, List.of(g)), "parameter.0.0"),
                moved(DoubleTensor.of(w), DoubleTensor.of(g)),
                List.of());
    }

    @Check(value = "of the second step", points = 3, rank = 2)
    void ofTheSecondStep(Bench bench) {
        Tensor w = bench.gaussians("w", 3, 2);
        Tensor g = bench.gaussians("g", 3, 2);
        Tensor h = bench.gaussians("h", 3, 2);
        DoubleTensor first = moved(DoubleTensor.of(w), DoubleTensor.of(g));
        DoubleTensor velocity = DoubleTensor.of(g).with(DoubleTensor.of(h), (v, x) -> FACTOR * v + x);
        Misconception forgetful = new Misconception(
                "the velocity was forgotten between the steps: keep it in a field",
                moved(first, DoubleTensor.of(h)));
        bench.compare(
                "weight after step 2",
                bench.tensor(ask(bench, w, List.of(g, h)), "parameter.0.1"),
                moved(first, velocity),
                List.of(forgetful));
    }

    private static DoubleTensor moved(DoubleTensor weight, DoubleTensor velocity) {
        return weight.with(velocity, (w, v) -> w - RATE * v);
    }

    private static Answer ask(Bench bench, Tensor weight, List<Tensor> gradients) {
        List<List<Tensor>> steps = gradients.stream().map(List::of).toList();
        return bench.ask(new Probe.OfOptimizer(
                "momentum", List.of(new Value.Real(FACTOR)), List.of(weight), steps, List.of(), RATE));
    }
}
