package io.gradlab.grader.lab2;

import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.5. */
@Task(id = "2.5", title = "max pooling", points = 8)
public class MaxPoolChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor input = Tensor.vector(1, 2, 3, 4, 8, 7, 6, 5).reshape(1, 1, 2, 4);
        PoolCase ramp = new PoolCase(bench, true, input, 2, 2);
        DoubleTensor output = bench.tensor(ramp.layer().ask(LayerCase.training(input)), "output.0");
        bench.compare(
                "output",
                output,
                DoubleTensor.of(Tensor.vector(8, 6).reshape(1, 1, 1, 2)),
                ramp.forwardMistakes(DoubleTensor.of(input)));
    }

    @Check(value = "forward", points = 2.5, rank = 2)
    void forward(Bench bench) {
        of(bench, 2, 2, 3, 2, 6, 6).checkForward();
        of(bench, 3, 3, 2, 3, 6, 9).checkForward();
    }

    @Check(value = "of maps below zero", points = 0.5, rank = 3)
    void ofMapsBelowZero(Bench bench) {
        Tensor input = bench.gaussians("below zero", 2, 2, 4, 4);
        for (int i = 0; i < input.size(); i++) {
            input.data()[i] = -1 - Math.abs(input.data()[i]);
        }
        new PoolCase(bench, true, input, 2, 2).checkForward();
        new PoolCase(bench, true, input, 2, 2).checkGradient();
    }

    @Check(value = "input gradient", points = 2.5, rank = 4)
    void inputGradient(Bench bench) {
        of(bench, 2, 2, 3, 2, 6, 6).checkGradient();
        of(bench, 3, 3, 2, 3, 6, 9).checkGradient();
    }

    @Check(value = "of odd maps", points = 1.25, rank = 5)
    void ofOddMaps(Bench bench) {
        for (PoolCase odd :
                List.of(of(bench, 2, 2, 2, 3, 5, 7), of(bench, 3, 3, 1, 1, 8, 4), of(bench, 1, 1, 1, 1, 1, 1))) {
            odd.checkForward();
            odd.checkGradient();
        }
    }

    @Check(value = "with windows that overlap or leave gaps", points = 0.5, rank = 6)
    void withOtherStrides(Bench bench) {
        for (PoolCase other : List.of(of(bench, 3, 2, 2, 2, 7, 8), of(bench, 2, 3, 2, 2, 7, 8))) {
            other.checkForward();
            other.checkGradient();
        }
    }

    @Check(value = "of equal numbers", points = 0.5, rank = 7)
    void ofEqualNumbers(Bench bench) {
        Tensor few = bench.gaussians("few values", 2, 2, 6, 6);
        for (int i = 0; i < few.size(); i++) {
            few.data()[i] = Math.round(few.data()[i]); // mostly -1, 0 and 1, as after a ReLU
        }
        new PoolCase(bench, true, few, 2, 2).checkGradient();
        new PoolCase(bench, true, few, 3, 2).checkGradient();
        new PoolCase(bench, true, Tensor.zeros(1, 1, 4, 4), 2, 2).checkGradient();
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 8)
    void onlyReadsItsArguments(Bench bench) {
        PoolCase one = of(bench, 2, 2, 2, 2, 4, 4);
        one.layer().onlyReads(one.input(), one.outputGradient());
    }

    private static PoolCase of(Bench bench, int size, int stride, int... shape) {
        return new PoolCase(bench, true, bench.gaussians("input", shape), size, stride);
    }
}
