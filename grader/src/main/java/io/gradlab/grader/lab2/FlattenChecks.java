package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.0, which ships solved and earns nothing. */
@Task(id = "2.0", title = "flatten", points = 0)
public class FlattenChecks {

    @Check(value = "forward", points = 0, rank = 1)
    void forward(Bench bench) {
        for (int[] shape : new int[][] {{2, 3, 2, 2}, {1, 1, 1, 1}, {3, 5}, {4, 2, 7, 3}}) {
            Tensor input = bench.gaussians("input", shape);
            Answer answer = flatten(bench).ask(LayerCase.training(input));
            bench.compare("output", bench.tensor(answer, "output.0"), rows(input), byColumns(rows(input)));
        }
    }

    @Check(value = "input gradient", points = 0, rank = 2)
    void inputGradient(Bench bench) {
        Tensor input = bench.gaussians("input", 3, 2, 4, 5);
        Tensor gradient = bench.gaussians("gradient", 3, 40);
        Answer answer = flatten(bench).both(input, gradient);
        DoubleTensor expected =
                new DoubleTensor(input.shape(), DoubleTensor.of(gradient).data());
        bench.compare("input gradient", bench.tensor(answer, "inputGradient.1"), expected, List.of());
    }

    @Check(value = "only reads its arguments", points = 0, rank = 3)
    void onlyReadsItsArguments(Bench bench) {
        flatten(bench).onlyReads(bench.gaussians("input", 2, 2, 3, 3), bench.gaussians("gradient", 2, 18));
    }

    private static LayerCase flatten(Bench bench) {
        return new LayerCase(bench, "flatten", List.of());
    }

    private static DoubleTensor rows(Tensor input) {
        int samples = input.dim(0);
        return new DoubleTensor(
                Shape.of(samples, input.size() / samples),
                DoubleTensor.of(input).data());
    }

    private static List<Misconception> byColumns(DoubleTensor rows) {
        return List.of(new Misconception(
                "the samples were mixed: each row must hold the numbers of one sample",
                new DoubleTensor(rows.shape(), rows.transposed().data())));
    }
}
