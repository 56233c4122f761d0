package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Task 3.12. */
@Task(id = "3.12", title = "maximization", points = 8)
public class MaximizationChecks {
    private static final String NETWORK = "conv 4 3x3 pad 1, tanh, conv 5 3x3, tanh";
    private static final String DROPPING = "conv 4 3x3 pad 1, tanh, dropout 0.5, conv 3 3x3 pad 1";

    @Check(value = "one step", points = 2.5, rank = 1)
    void oneStep(Bench bench) {
        climb(bench, NetworkCase.random(bench, "network", NETWORK, 3, 5, 6), 1, 1, 0.3);
        climb(bench, NetworkCase.random(bench, "network", NETWORK, 3, 5, 6), 4, 1, 1.5);
    }

    @Check(value = "several steps", points = 3, rank = 2)
    void severalSteps(Bench bench) {
        climb(bench, NetworkCase.random(bench, "network", NETWORK, 3, 5, 6), 2, 3, 0.4);
        climb(bench, NetworkCase.random(bench, "other network", NETWORK, 1, 4, 4), 0, 8, 0.1);
    }

    @Check(value = "in evaluation mode", points = 1, rank = 3)
    void inEvaluationMode(Bench bench) {
        climb(bench, NetworkCase.random(bench, "dropping", DROPPING, 2, 4, 5), 1, 2, 0.2);
    }

    @Check(value = "no steps, a quiet filter and a silent one", points = 1.25, rank = 4)
    void noStepsAndSilence(Bench bench) {
        climb(bench, NetworkCase.random(bench, "network", NETWORK, 3, 5, 6), 2, 0, 1);
        NetworkCase silent = NetworkCase.random(bench, "silent", "conv 3 3x3 pad 1, relu", 1, 4, 4);
        Arrays.fill(silent.tensors().get("0.bias").data(), -1000);
        Tensor image = bench.gaussians("image", 1, 1, 4, 4);
        bench.compare(
                "image for a filter that is silent everywhere, whose gradient is 0,",
                Calls.tensor(
                        bench, "maximize", silent.value(), Value.of(image), Value.of(1), Value.of(3), Value.of(0.5)),
                DoubleTensor.of(image),
                List.of(new Misconception(
                        "0 was divided by 0; the ε is missing",
                        DoubleTensor.of(image).map(_ -> Double.NaN))));
        NetworkCase quiet = NetworkCase.random(bench, "quiet", "conv 3 3x3 pad 1", 1, 4, 4);
        float[] weight = quiet.tensors().get("0.weight").data();
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= 1e-7f; // the gradient is then of the size of ε
        }
        climb(bench, quiet, 1, 2, 0.5);
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 5)
    void onlyReadsItsArguments(Bench bench) {
        NetworkCase network = NetworkCase.random(bench, "network", NETWORK, 3, 5, 6);
        Tensor image = bench.gaussians("image", 1, 3, 5, 6);
        var answer =
                Calls.ask(bench, "maximize", network.value(), Value.of(image), Value.of(0), Value.of(2), Value.of(0.5));
        bench.unchanged("start", bench.tensor(answer, "argument.1"), image);
    }

    /** Ways to climb. */
    private enum Form {
        RIGHT,
        DOWN,
        ONE_GRADIENT,
        PLAIN,
        WHOLE_LENGTH,
        ALL_FILTERS,
        FIRST_PLACE
    }

    private static void climb(Bench bench, NetworkCase network, int filter, int steps, double rate) {
        Tensor start = bench.gaussians("start", network.sample().prepend(1).toArray());
        Climb climb = new Climb(network, DoubleTensor.of(start), filter, steps, rate);
        bench.compare(
                "image after " + steps + (steps == 1 ? " step" : " steps"),
                Calls.tensor(
                        bench,
                        "maximize",
                        network.value(),
                        Value.of(start),
                        Value.of(filter),
                        Value.of(steps),
                        Value.of(rate)),
                climb.end(Form.RIGHT),
                List.of(
                        new Misconception("the steps go downhill; the activation shall grow", climb.end(Form.DOWN)),
                        new Misconception(
                                "the first gradient was used for all steps; each image has its own",
                                climb.end(Form.ONE_GRADIENT)),
                        new Misconception("the gradient was not divided by its size", climb.end(Form.PLAIN)),
                        new Misconception(
                                "it was divided by the root of the sum of squares, not of their mean",
                                climb.end(Form.WHOLE_LENGTH)),
                        new Misconception(
                                "all filters were made to answer, not the one that was asked for",
                                climb.end(Form.ALL_FILTERS)),
                        new Misconception(
                                "only the first place of the filter's map was looked at",
                                climb.end(Form.FIRST_PLACE))));
    }

    private record Climb(NetworkCase network, DoubleTensor start, int filter, int steps, double rate) {

        DoubleTensor end(Form form) {
            DoubleTensor image = start;
            for (int step = 0; step < steps; step++) {
                DoubleTensor g = gradient(form == Form.ONE_GRADIENT ? start : image, form);
                double squares = Arrays.stream(g.data()).map(x -> x * x).sum();
                double count = form == Form.WHOLE_LENGTH ? 1 : g.data().length;
                double length = form == Form.PLAIN ? 1 : Math.sqrt(squares / count) + 1e-8;
                double factor = (form == Form.DOWN ? -rate : rate) / length;
                image = image.with(g, (x, dx) -> x + factor * dx);
            }
            return image;
        }

        private DoubleTensor gradient(DoubleTensor image, Form form) {
            DoubleTensor maps = network.oracle().forward(image);
            int area = maps.dim(2) * maps.dim(3);
            DoubleTensor chosen = maps.times(0);
            for (int i = 0; i < chosen.data().length; i++) {
                boolean counts =
                        form == Form.FIRST_PLACE ? i == filter * area : form == Form.ALL_FILTERS || i / area == filter;
                chosen.data()[i] = counts ? 1.0 / area : 0;
            }
            return network.oracle().inputGradient(image, chosen);
        }
    }
}
