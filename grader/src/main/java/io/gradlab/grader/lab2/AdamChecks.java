package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.AdamOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.10. */
@Task(id = "2.10", title = "Adam", points = 6)
public class AdamChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor value = Tensor.vector(1, 2, 3);
        List<Tensor> gradient = List.of(Tensor.vector(5, -0.25f, 0));
        Answer answer =
                bench.ask(new Probe.OfOptimizer("adam", List.of(), List.of(value), List.of(gradient), List.of(), 0.5));
        bench.compare(
                "parameter after the first step, which is as long as η",
                bench.tensor(answer, "parameter.0.0"),
                DoubleTensor.of(Tensor.vector(0.5f, 2.5f, 3)),
                AdamMisconceptions.of(DoubleTensor.of(value), List.of(DoubleTensor.of(gradient.getFirst())), 0.5));
    }

    @Check(value = "of one step", points = 1.5, rank = 2)
    void ofOneStep(Bench bench) {
        check(bench, 1, 0.1);
    }

    @Check(value = "of several steps", points = 2.5, rank = 3)
    void ofSeveralSteps(Bench bench) {
        check(bench, 2, 0.1);
        check(bench, 6, 0.1);
    }

    @Check(value = "leaves frozen parameters alone", points = 0.75, rank = 4)
    void leavesFrozenParametersAlone(Bench bench) {
        OptimizerCase one = new OptimizerCase(bench, "adam", List.of(), 2, 0.1);
        Answer answer = one.ask(0, 3);
        for (int place = 0; place < 4; place++) {
            DoubleTensor value = DoubleTensor.of(one.values().get(place));
            DoubleTensor moved = new AdamOracle().steps(value, one.gradients(place), 0.1);
            boolean stays = place == 0 || place == 3;
            bench.compare(
                    (stays ? "frozen " : "") + OptimizerCase.name(place),
                    one.last(answer, place),
                    stays ? value : moved,
                    stays
                            ? List.of(new Misconception(
                                    "a frozen parameter was changed; ask parameter.frozen() first", moved))
                            : List.of(new Misconception(
                                    "the step ended at the first frozen parameter; go on with the next one", value)));
        }
    }

    @Check(value = "at other learning rates", points = 0.75, rank = 5)
    void atOtherLearningRates(Bench bench) {
        for (double learningRate : new double[] {0, 1, 0.01}) {
            check(bench, 3, learningRate);
        }
    }

    @Check(value = "of gradients as small as ε", points = 0.25, rank = 6)
    void ofSmallGradients(Bench bench) {
        Tensor value = Tensor.vector(1, 2, 3);
        Tensor gradient = Tensor.vector(1e-8f, -1e-8f, 3e-8f);
        Answer answer = bench.ask(
                new Probe.OfOptimizer("adam", List.of(), List.of(value), List.of(List.of(gradient)), List.of(), 0.5));
        DoubleTensor g = DoubleTensor.of(gradient);
        bench.compare(
                "parameter after a step with gradients near 1e-8",
                bench.tensor(answer, "parameter.0.0"),
                new AdamOracle().steps(DoubleTensor.of(value), List.of(g), 0.5),
                AdamMisconceptions.ofEpsilon(DoubleTensor.of(value), g, 0.5));
    }

    @Check(value = "only reads the gradients", points = 0.25, rank = 7)
    void onlyReadsTheGradients(Bench bench) {
        new OptimizerCase(bench, "adam", List.of(), 1, 0.1).checkGradientsUnchanged();
    }

    private static void check(Bench bench, int steps, double learningRate) {
        OptimizerCase one = new OptimizerCase(bench, "adam", List.of(), steps, learningRate);
        Answer answer = one.ask();
        for (int place = 0; place < 4; place++) {
            DoubleTensor value = DoubleTensor.of(one.values().get(place));
            bench.compare(
                    OptimizerCase.name(place) + " after step " + steps,
                    one.last(answer, place),
                    new AdamOracle().steps(value, one.gradients(place), learningRate),
                    AdamMisconceptions.of(value, one.gradients(place), learningRate));
        }
    }
}
