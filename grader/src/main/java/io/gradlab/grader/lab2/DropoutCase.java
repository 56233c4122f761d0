package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** A dropout layer with an input to try it with, none of whose numbers is 0. */
record DropoutCase(Bench bench, double rate, boolean channels, Tensor input) {

    static DropoutCase random(Bench bench, double rate, boolean channels, int... shape) {
        Tensor input = bench.gaussians("dropout " + rate, shape);
        for (int i = 0; i < input.size(); i++) {
            input.data()[i] += Math.copySign(0.5f, input.data()[i]);
        }
        return new DropoutCase(bench, rate, channels, input);
    }

    LayerCase layer() {
        return new LayerCase(bench, channels ? "dropout2d" : "dropout", List.of(Value.of(rate)));
    }

    /** Returns a training pass of this input, with random numbers of the check's seed. */
    Step training(long step) {
        return new Step.Train(input, bench.seed().value(), step);
    }

    /** Returns what comes out if the zeros of an output are what was dropped, and the rest is multiplied. */
    DoubleTensor kept(DoubleTensor output, double factor) {
        return DoubleTensor.of(input).with(output, (x, y) -> y == 0 ? 0 : x * factor);
    }

    void checkOutput(DoubleTensor output) {
        bench.compare(
                "output where it is not dropped",
                output,
                kept(output, 1 / (1 - rate)),
                List.of(
                        new Misconception("what is kept was not divided by 1 - rate", kept(output, 1)),
                        new Misconception("what is kept was divided by the rate", kept(output, 1 / rate)),
                        new Misconception(
                                "what is kept was multiplied by 1 - rate; divide by it", kept(output, 1 - rate))));
    }

    static double share(DoubleTensor output) {
        return (double) zeros(output) / output.data().length;
    }

    /** Demands a share of zeros within five deviations, which chance misses once in two million. */
    void checkShare(DoubleTensor output) {
        int draws = channels ? input.dim(0) * input.dim(1) : input.size();
        double margin = 5 * Math.sqrt(rate * (1 - rate) / draws);
        double share = share(output);
        boolean exchanged = Math.abs(share - (1 - rate)) <= margin;
        bench.require(
                Math.abs(share - rate) <= margin,
                String.format(
                        java.util.Locale.ROOT,
                        "of the numbers %.3f are 0, expected about %.3f%s.",
                        share,
                        rate,
                        exchanged ? ": it looks as if the rate were the share that is kept; it is dropped" : ""));
    }

    private static long zeros(DoubleTensor output) {
        return IntStream.range(0, output.data().length)
                .filter(i -> output.data()[i] == 0)
                .count();
    }
}
