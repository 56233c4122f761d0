package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * A convolution with numbers to try it with.
 *
 * @param input {@code [N, C, H, W]}
 * @param weight {@code [O, C, kh, kw]}
 * @param bias {@code [O]}
 */
record ConvolutionCase(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
    /** One sample, one channel, one filter, a kernel of one, a kernel as large as the image, a line, a rest. */
    private static final int[][] ODD = {
        {1, 1, 1, 1, 1, 1, 1, 1, 0},
        {1, 2, 4, 3, 3, 4, 3, 1, 0},
        {3, 1, 5, 6, 2, 1, 1, 1, 0},
        {2, 3, 1, 9, 1, 1, 4, 3, 0},
        {2, 2, 8, 7, 3, 3, 2, 3, 1},
        {1, 2, 3, 3, 2, 5, 5, 2, 2}
    };

    /** Returns random numbers for {@code shape} = N, C, H, W, O, kh, kw, stride, padding. */
    static ConvolutionCase random(Bench bench, String purpose, int... shape) {
        return new ConvolutionCase(
                bench.gaussians(purpose + " input", shape[0], shape[1], shape[2], shape[3]),
                bench.gaussians(purpose + " weight", shape[4], shape[1], shape[5], shape[6]),
                bench.gaussians(purpose + " bias", shape[4]),
                shape[7],
                shape[8]);
    }

    static List<ConvolutionCase> odd(Bench bench) {
        return List.of(ODD).stream().map(shape -> random(bench, "odd", shape)).toList();
    }

    /** Returns what can be computed by hand: the numbers 1 to 9 under the window 1 2 / 3 4, and a bias of 10. */
    static ConvolutionCase ramp() {
        Tensor input = Tensor.vector(1, 2, 3, 4, 5, 6, 7, 8, 9).reshape(1, 1, 3, 3);
        return new ConvolutionCase(input, Tensor.vector(1, 2, 3, 4).reshape(1, 1, 2, 2), Tensor.vector(10), 1, 0);
    }

    static DoubleTensor onRamp() {
        return DoubleTensor.of(Tensor.vector(47, 57, 77, 87).reshape(1, 1, 2, 2));
    }

    ConvolutionOracle oracle() {
        return new ConvolutionOracle(stride, padding);
    }

    DoubleTensor output() {
        return oracle().forward(DoubleTensor.of(input), DoubleTensor.of(weight), DoubleTensor.of(bias));
    }

    Tensor outputGradient(Bench bench) {
        return bench.gaussians("output gradient", output().shape().toArray());
    }

    /** Demands that a function of the contract computes this convolution. */
    void check(Bench bench, String method) {
        DoubleTensor actual = bench.tensor(bench.ask(probe(method)), "result");
        bench.compare("output", actual, output(), ConvolutionMisconceptions.forward(this));
    }

    void checkUnchanged(Bench bench, String method) {
        var answer = bench.ask(probe(method));
        bench.unchanged("input", bench.tensor(answer, "argument.0"), input);
        bench.unchanged("weight", bench.tensor(answer, "argument.1"), weight);
        bench.unchanged("bias", bench.tensor(answer, "argument.2"), bias);
    }

    LayerCase layer(Bench bench) {
        return new LayerCase(bench, "convolution", arguments());
    }

    private Probe probe(String method) {
        return new Probe.OfFunction(
                method,
                List.of(Value.of(input), Value.of(weight), Value.of(bias), Value.of(stride), Value.of(padding)));
    }

    private List<Value> arguments() {
        return List.of(Value.of(weight), Value.of(bias), Value.of(stride), Value.of(padding));
    }
}
