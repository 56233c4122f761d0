package io.gradlab.grader.lab2;

import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.tensor.Tensor;

/** Task 2.9. */
@Task(id = "2.9", title = "leaky and SELU", points = 3)
public class RectifierChecks {
    private static final double SLOPE = 0.1;

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor ramp = Tensor.vector(-2, -1, 0, 1, 2).reshape(1, 5);
        RectifierCase.leaky(bench, SLOPE).checkForward(ramp);
        RectifierCase.selu(bench).checkForward(ramp);
    }

    @Check(value = "leaky ReLU", points = 0.5, rank = 2)
    void leakyForward(Bench bench) {
        RectifierCase.leaky(bench, SLOPE).checkForward(bench.gaussians("input", 8, 6));
        RectifierCase.leaky(bench, 0.3).checkForward(bench.gaussians("input", 2, 3, 4, 5));
    }

    @Check(value = "leaky ReLU, input gradient", points = 0.5, rank = 3)
    void leakyGradient(Bench bench) {
        RectifierCase.leaky(bench, SLOPE).checkGradient(bench.gaussians("input", 8, 6), bench.gaussians("dy", 8, 6));
        RectifierCase.leaky(bench, 0.3)
                .checkGradient(bench.gaussians("input", 2, 3, 4, 5), bench.gaussians("dy", 2, 3, 4, 5));
    }

    @Check(value = "SELU", points = 0.5, rank = 4)
    void seluForward(Bench bench) {
        RectifierCase.selu(bench).checkForward(bench.gaussians("input", 8, 6));
        RectifierCase.selu(bench).checkForward(bench.gaussians("input", 2, 3, 4, 5));
    }

    @Check(value = "SELU, input gradient", points = 0.75, rank = 5)
    void seluGradient(Bench bench) {
        RectifierCase.selu(bench).checkGradient(bench.gaussians("input", 8, 6), bench.gaussians("dy", 8, 6));
    }

    @Check(value = "at 0 and at ±1000", points = 0.5, rank = 6)
    void atZeroAndLargeInputs(Bench bench) {
        Tensor input = Tensor.matrix(new float[][] {{0, 1000, -1000}, {-0.0f, 800, -800}});
        Tensor gradient = bench.gaussians("dy", 2, 3);
        for (RectifierCase one : new RectifierCase[] {
            RectifierCase.leaky(bench, SLOPE), RectifierCase.leaky(bench, 0), RectifierCase.selu(bench)
        }) {
            one.checkForward(input);
            one.checkGradient(input, gradient);
        }
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 7)
    void onlyReadsItsArguments(Bench bench) {
        Tensor input = bench.gaussians("read only", 4, 3);
        Tensor gradient = bench.gaussians("read only gradient", 4, 3);
        RectifierCase.leaky(bench, SLOPE).layer().onlyReads(input, gradient);
        RectifierCase.selu(bench).layer().onlyReads(input, gradient);
    }
}
