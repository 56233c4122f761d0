package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Task 2.3. */
@Task(id = "2.3", title = "im2col", points = 8)
public class ColumnsChecks {
    private static final String PRODUCT = "convolveByColumns";

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor input = ConvolutionCase.ramp().input();
        DoubleTensor windows =
                new DoubleTensor(Shape.of(4, 4), new double[] {1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9});
        bench.compare("columns", columns(bench, input, 2, 2, 1, 0), windows, misconceptions(input, 2, 2, 1, 0));
    }

    @Check(value = "windows as rows", points = 2.5, rank = 2)
    void windowsAsRows(Bench bench) {
        check(bench, bench.gaussians("square", 2, 3, 5, 5), 3, 3, 1, 0);
        check(bench, bench.gaussians("oblong", 2, 2, 4, 6), 2, 3, 1, 0);
    }

    @Check(value = "with stride and padding", points = 1.5, rank = 3)
    void withStrideAndPadding(Bench bench) {
        check(bench, bench.gaussians("padding", 2, 2, 5, 5), 3, 3, 1, 1);
        check(bench, bench.gaussians("both", 2, 2, 7, 6), 3, 3, 2, 2);
    }

    @Check(value = "product form", points = 2.5, rank = 4)
    void productForm(Bench bench) {
        ConvolutionCase.random(bench, "square", 3, 3, 6, 6, 4, 3, 3, 1, 0).check(bench, PRODUCT);
        ConvolutionCase.random(bench, "both", 2, 2, 8, 9, 3, 3, 2, 2, 1).check(bench, PRODUCT);
    }

    @Check(value = "of odd shapes", points = 1.25, rank = 5)
    void ofOddShapes(Bench bench) {
        for (ConvolutionCase odd : ConvolutionCase.odd(bench)) {
            check(bench, odd.input(), odd.weight().dim(2), odd.weight().dim(3), odd.stride(), odd.padding());
            odd.check(bench, PRODUCT);
        }
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        ConvolutionCase.random(bench, "read only", 2, 2, 4, 4, 2, 3, 3, 1, 1).checkUnchanged(bench, PRODUCT);
        Tensor input = bench.gaussians("read only", 1, 2, 4, 4);
        bench.unchanged("input", bench.tensor(ask(bench, input, 3, 3, 1, 1), "argument.0"), input);
    }

    private static void check(Bench bench, Tensor input, int height, int width, int stride, int padding) {
        bench.compare(
                "columns",
                columns(bench, input, height, width, stride, padding),
                new ConvolutionOracle(stride, padding).columns(DoubleTensor.of(input), height, width),
                misconceptions(input, height, width, stride, padding));
    }

    private static List<Misconception> misconceptions(Tensor input, int height, int width, int stride, int padding) {
        DoubleTensor x = DoubleTensor.of(input);
        DoubleTensor right = new ConvolutionOracle(stride, padding).columns(x, height, width);
        List<Misconception> all = new ArrayList<>();
        int area = height * width;
        DoubleTensor channelsLast = DoubleTensor.zeros(right.dim(0), right.dim(1));
        for (int i = 0; i < right.data().length; i++) {
            int row = i / right.dim(1);
            int column = i % right.dim(1);
            channelsLast.data()[i] = right.at(row, column % x.dim(1) * area + column / x.dim(1));
        }
        all.add(new Misconception("the columns are in the order (i, j, c) instead of (c, i, j)", channelsLast));
        all.add(new Misconception(
                "windows were written as columns, one below the other; each window is a row",
                new DoubleTensor(right.shape(), right.transposed().data())));
        if (padding > 0) {
            all.add(new Misconception(
                    "the windows start at the image's edge and not at -padding",
                    new ConvolutionOracle(stride, 0).columns(WindowChanges.padded(x, 0, 2 * padding), height, width)));
        }
        return all;
    }

    private static DoubleTensor columns(Bench bench, Tensor input, int height, int width, int stride, int padding) {
        return bench.tensor(ask(bench, input, height, width, stride, padding), "result");
    }

    private static Answer ask(Bench bench, Tensor input, int height, int width, int stride, int padding) {
        return bench.ask(new Probe.OfFunction(
                "columns",
                List.of(Value.of(input), Value.of(height), Value.of(width), Value.of(stride), Value.of(padding))));
    }
}
