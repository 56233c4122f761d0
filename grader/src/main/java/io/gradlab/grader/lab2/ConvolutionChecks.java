package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import java.util.List;

/** Task 2.2. Square images and kernels come first: with them, exchanged indices give wrong numbers, no exception. */
@Task(id = "2.2", title = "convolution", points = 10)
public class ConvolutionChecks {
    private static final String METHOD = "convolve";

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        ConvolutionCase ramp = ConvolutionCase.ramp();
        Probe probe = new Probe.OfFunction(
                METHOD,
                List.of(
                        Value.of(ramp.input()),
                        Value.of(ramp.weight()),
                        Value.of(ramp.bias()),
                        Value.of(1),
                        Value.of(0)));
        DoubleTensor output = bench.tensor(bench.ask(probe), "result");
        bench.compare("output", output, ConvolutionCase.onRamp(), ConvolutionMisconceptions.forward(ramp));
    }

    @Check(value = "of one channel", points = 3, rank = 2)
    void ofOneChannel(Bench bench) {
        ConvolutionCase.random(bench, "one", 2, 1, 6, 6, 1, 3, 3, 1, 0).check(bench, METHOD);
    }

    @Check(value = "of several channels and filters", points = 3, rank = 3)
    void ofSeveralChannelsAndFilters(Bench bench) {
        ConvolutionCase.random(bench, "several", 3, 3, 6, 6, 4, 3, 3, 1, 0).check(bench, METHOD);
        ConvolutionCase.random(bench, "oblong", 2, 3, 5, 7, 2, 2, 4, 1, 0).check(bench, METHOD);
    }

    @Check(value = "with stride and padding", points = 2.5, rank = 4)
    void withStrideAndPadding(Bench bench) {
        ConvolutionCase.random(bench, "padding", 2, 2, 6, 6, 3, 3, 3, 1, 1).check(bench, METHOD);
        ConvolutionCase.random(bench, "stride", 2, 2, 7, 7, 3, 3, 3, 2, 0).check(bench, METHOD);
        ConvolutionCase.random(bench, "both", 2, 2, 8, 9, 3, 3, 3, 2, 2).check(bench, METHOD);
    }

    @Check(value = "of odd shapes", points = 1.25, rank = 5)
    void ofOddShapes(Bench bench) {
        ConvolutionCase.odd(bench).forEach(odd -> odd.check(bench, METHOD));
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        ConvolutionCase.random(bench, "read only", 2, 2, 4, 4, 2, 3, 3, 1, 1).checkUnchanged(bench, METHOD);
    }
}
