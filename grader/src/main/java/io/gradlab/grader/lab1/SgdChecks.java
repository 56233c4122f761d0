package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SgdOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 1.9. */
@Task(id = "1.9", title = "SGD", points = 5)
public class SgdChecks {
    private static final double LEARNING_RATE = 0.5;

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor value = Tensor.vector(1, 2, 3);
        Tensor gradient = Tensor.vector(2, 0, -2);
        Answer answer = ask(bench, List.of(value), List.of(List.of(gradient)), List.of(), 0.25);
        bench.compare(
                "parameter",
                bench.tensor(answer, "parameter.0.0"),
                DoubleTensor.of(Tensor.vector(0.5f, 2, 3.5f)),
                SgdMisconceptions.of(DoubleTensor.of(value), DoubleTensor.of(gradient), 0.25));
    }

    @Check(value = "of one step", points = 2, rank = 2)
    void ofOneStep(Bench bench) {
        List<Tensor> values = values(bench);
        List<Tensor> gradients = gradients(bench, 0);
        Answer answer = ask(bench, values, List.of(gradients), List.of(), LEARNING_RATE);
        for (int place = 0; place < values.size(); place++) {
            DoubleTensor w = DoubleTensor.of(values.get(place));
            DoubleTensor g = DoubleTensor.of(gradients.get(place));
            bench.compare(
                    name(place),
                    bench.tensor(answer, "parameter." + place + ".0"),
                    SgdOracle.step(w, g, LEARNING_RATE),
                    SgdMisconceptions.of(w, g, LEARNING_RATE));
        }
    }

    @Check(value = "of several steps", points = 1, rank = 3)
    void ofSeveralSteps(Bench bench) {
        List<List<Tensor>> gradients = List.of(gradients(bench, 0), gradients(bench, 1), gradients(bench, 2));
        Answer answer = ask(bench, values(bench), gradients, List.of(), LEARNING_RATE);
        for (int place = 0; place < values(bench).size(); place++) {
            DoubleTensor w = DoubleTensor.of(values(bench).get(place));
            for (List<Tensor> step : gradients) {
                w = SgdOracle.step(w, DoubleTensor.of(step.get(place)), LEARNING_RATE);
            }
            bench.compare(
                    name(place) + " after step 3", bench.tensor(answer, "parameter." + place + ".2"), w, List.of());
        }
    }

    @Check(value = "leaves frozen parameters alone", points = 1, rank = 4)
    void leavesFrozenParametersAlone(Bench bench) {
        List<Tensor> values = values(bench);
        List<Tensor> gradients = gradients(bench, 0);
        List<Integer> frozen = List.of(0, 3);
        Answer answer = ask(bench, values, List.of(gradients), frozen, LEARNING_RATE);
        for (int place = 0; place < values.size(); place++) {
            DoubleTensor w = DoubleTensor.of(values.get(place));
            DoubleTensor moved = SgdOracle.step(w, DoubleTensor.of(gradients.get(place)), LEARNING_RATE);
            boolean stays = frozen.contains(place);
            bench.compare(
                    (stays ? "frozen " : "") + name(place),
                    bench.tensor(answer, "parameter." + place + ".0"),
                    stays ? w : moved,
                    SgdMisconceptions.frozen(w, moved, stays));
        }
    }

    @Check(value = "at other learning rates", points = 0.75, rank = 5)
    void atOtherLearningRates(Bench bench) {
        for (double learningRate : new double[] {0, 1, 0.01}) {
            DoubleTensor w = DoubleTensor.of(values(bench).getFirst());
            DoubleTensor g = DoubleTensor.of(gradients(bench, 0).getFirst());
            Answer answer = ask(bench, values(bench), List.of(gradients(bench, 0)), List.of(), learningRate);
            bench.compare(
                    "at learning rate " + learningRate + ", weight",
                    bench.tensor(answer, "parameter.0.0"),
                    SgdOracle.step(w, g, learningRate),
                    SgdMisconceptions.of(w, g, learningRate));
        }
    }

    @Check(value = "only reads the gradients", points = 0.25, rank = 6)
    void onlyReadsTheGradients(Bench bench) {
        List<Tensor> gradients = gradients(bench, 0);
        Answer answer = ask(bench, values(bench), List.of(gradients), List.of(), LEARNING_RATE);
        for (int place = 0; place < gradients.size(); place++) {
            bench.unchanged("the gradient", bench.tensor(answer, "gradient." + place + ".0"), gradients.get(place));
        }
    }

    private static Answer ask(
            Bench bench, List<Tensor> values, List<List<Tensor>> gradients, List<Integer> frozen, double learningRate) {
        return bench.ask(new Probe.OfOptimizer("sgd", List.of(), values, gradients, frozen, learningRate));
    }

    private static List<Tensor> values(Bench bench) {
        return tensors(bench, "value");
    }

    private static List<Tensor> gradients(Bench bench, int step) {
        return tensors(bench, "gradient of step " + step);
    }

    private static List<Tensor> tensors(Bench bench, String purpose) {
        return List.of(
                bench.gaussians(purpose + " 0", 4, 6),
                bench.gaussians(purpose + " 1", 4),
                bench.gaussians(purpose + " 2", 3, 4),
                bench.gaussians(purpose + " 3", 3));
    }

    private static String name(int place) {
        return place % 2 == 0 ? "weight" : "bias";
    }
}
