package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Task 1.7. The bounds are five standard errors wide: a right answer fails once in two million. */
@Task(id = "1.7", title = "first weights", points = 7)
public class InitialWeightChecks {
    private static final int MANY = 150; // rows or columns
    private static final int FEW = 60;

    @Check(value = "zero", points = 0.5, rank = 1)
    void zero(Bench bench) {
        Tensor weight = draw(bench, Initialization.ZERO, 4, 3, bench.seed());
        bench.require(
                equalPlaces(weight.data(), new float[12]) == 12, "ZERO gives numbers that are not 0: " + weight + ".");
    }

    @Check(value = "normal", points = 1.25, rank = 2)
    void normal(Bench bench) {
        checkDeviation(bench, Initialization.NORMAL, MANY, FEW);
        checkDeviation(bench, Initialization.NORMAL, FEW, MANY);
    }

    @Check(value = "Xavier", points = 1.75, rank = 3)
    void xavier(Bench bench) {
        checkDeviation(bench, Initialization.XAVIER, MANY, FEW);
        checkDeviation(bench, Initialization.XAVIER, FEW, MANY);
    }

    @Check(value = "He", points = 1.75, rank = 4)
    void he(Bench bench) {
        checkDeviation(bench, Initialization.HE, MANY, FEW);
        checkDeviation(bench, Initialization.HE, FEW, MANY);
    }

    @Check(value = "are normal numbers", points = 0.5, rank = 5)
    void areNormal(Bench bench) {
        for (Initialization kind : random()) {
            WeightSample sample = new WeightSample(kind, draw(bench, kind, MANY, FEW, bench.seed()));
            sample.formProblem().ifPresent(problem -> bench.require(false, problem));
        }
    }

    @Check(value = "come from the seed", points = 1.25, rank = 6)
    void comeFromTheSeed(Bench bench) {
        for (Initialization kind : random()) {
            Tensor weight = draw(bench, kind, MANY, FEW, bench.seed());
            bench.require(
                    Arrays.equals(
                            weight.data(),
                            draw(bench, kind, MANY, FEW, bench.seed()).data()),
                    kind + " gives other numbers for the same seed: take random numbers from the seed alone.");
            Tensor other = draw(bench, kind, MANY, FEW, bench.seed().derive("another"));
            bench.require(
                    equalPlaces(weight.data(), other.data()) < weight.size() / 100,
                    kind + " gives the same numbers for another seed: take random numbers from the seed.");
        }
    }

    private static void checkDeviation(Bench bench, Initialization kind, int outputs, int inputs) {
        Tensor weight = draw(bench, kind, outputs, inputs, bench.seed());
        requireRowsOfTheirOwn(bench, kind, weight); // else the standard errors are larger than thought
        WeightSample sample = new WeightSample(kind, weight);
        sample.sizeProblem().ifPresent(problem -> bench.require(false, problem));
    }

    private static void requireRowsOfTheirOwn(Bench bench, Initialization kind, Tensor weight) {
        int inputs = weight.dim(1);
        for (int row = 1; row < weight.dim(0); row++) {
            float[] above = Arrays.copyOfRange(weight.data(), (row - 1) * inputs, row * inputs);
            float[] here = Arrays.copyOfRange(weight.data(), row * inputs, (row + 1) * inputs);
            bench.require(
                    equalPlaces(above, here) < inputs / 4,
                    kind + " gives rows " + (row - 1) + " and " + row
                            + " the same numbers, so that two units stay equal for ever: each number of the weight "
                            + "needs an index of its own.");
        }
    }

    private static Tensor draw(Bench bench, Initialization kind, int outputs, int inputs, Seed seed) {
        Answer answer = bench.ask(new Probe.OfFunction(
                "initialWeight", List.of(Value.of(kind), Value.of(outputs), Value.of(inputs), Value.of(seed.value()))));
        Tensor weight = answer.tensor("result");
        bench.require(
                weight.shape().equals(Shape.of(outputs, inputs)),
                kind + " with " + outputs + " outputs and " + inputs + " inputs gives a weight " + weight.shape()
                        + ", expected [" + outputs + ", " + inputs + "].");
        return weight;
    }

    private static List<Initialization> random() {
        return List.of(Initialization.NORMAL, Initialization.XAVIER, Initialization.HE);
    }

    private static int equalPlaces(float[] one, float[] other) {
        int equal = 0;
        for (int i = 0; i < one.length; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return equal;
    }
}
