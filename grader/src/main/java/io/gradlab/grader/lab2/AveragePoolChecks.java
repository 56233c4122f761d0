package io.gradlab.grader.lab2;

import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.6. */
@Task(id = "2.6", title = "average pooling", points = 5)
public class AveragePoolChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor input = Tensor.vector(1, 2, 3, 4, 8, 7, 6, 5).reshape(1, 1, 2, 4);
        PoolCase ramp = new PoolCase(bench, false, input, 2, 2);
        DoubleTensor output = bench.tensor(ramp.layer().ask(LayerCase.training(input)), "output.0");
        bench.compare(
                "output",
                output,
                DoubleTensor.of(Tensor.vector(4.5f, 4.5f).reshape(1, 1, 1, 2)),
                ramp.forwardMistakes(DoubleTensor.of(input)));
    }

    @Check(value = "forward", points = 1.75, rank = 2)
    void forward(Bench bench) {
        of(bench, 2, 2, 3, 2, 6, 6).checkForward();
        of(bench, 3, 3, 2, 3, 6, 9).checkForward();
    }

    @Check(value = "input gradient", points = 1.75, rank = 3)
    void inputGradient(Bench bench) {
        of(bench, 2, 2, 3, 2, 6, 6).checkGradient();
        of(bench, 3, 3, 2, 3, 6, 9).checkGradient();
    }

    @Check(value = "of odd maps", points = 0.75, rank = 4)
    void ofOddMaps(Bench bench) {
        for (PoolCase odd :
                List.of(of(bench, 2, 2, 2, 3, 5, 7), of(bench, 3, 3, 1, 1, 8, 4), of(bench, 1, 1, 1, 1, 1, 1))) {
            odd.checkForward();
            odd.checkGradient();
        }
    }

    @Check(value = "with windows that overlap or leave gaps", points = 0.5, rank = 5)
    void withOtherStrides(Bench bench) {
        for (PoolCase other : List.of(of(bench, 3, 2, 2, 2, 7, 8), of(bench, 2, 3, 2, 2, 7, 8))) {
            other.checkForward();
            other.checkGradient();
        }
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        PoolCase one = of(bench, 2, 2, 2, 2, 4, 4);
        one.layer().onlyReads(one.input(), one.outputGradient());
    }

    private static PoolCase of(Bench bench, int size, int stride, int... shape) {
        return new PoolCase(bench, false, bench.gaussians("input", shape), size, stride);
    }
}
