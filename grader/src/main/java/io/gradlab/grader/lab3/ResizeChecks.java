package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PhotoOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 3.1. */
@Task(id = "3.1", title = "resize and crop", points = 9)
public class ResizeChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        resize(bench, Tensor.vector(0, 1).reshape(1, 1, 1, 2), 1, 4); // 0, 0.25, 0.75, 1
    }

    @Check(value = "larger images", points = 2.5, rank = 2)
    void largerImages(Bench bench) {
        resize(bench, bench.gaussians("small", 2, 3, 3, 4), 7, 9);
        resize(bench, bench.gaussians("twice", 1, 1, 4, 4), 8, 8);
    }

    @Check(value = "smaller images", points = 2, rank = 3)
    void smallerImages(Bench bench) {
        resize(bench, bench.gaussians("large", 2, 2, 9, 8), 4, 5);
        resize(bench, bench.gaussians("huge", 1, 1, 20, 17), 3, 2);
    }

    @Check(value = "other shapes", points = 1.5, rank = 4)
    void otherShapes(Bench bench) {
        resize(bench, bench.gaussians("taller", 1, 2, 3, 8), 6, 4);
        resize(bench, bench.gaussians("same", 2, 1, 5, 4), 5, 4);
        resize(bench, bench.gaussians("one pixel", 1, 3, 1, 1), 2, 3);
        resize(bench, bench.gaussians("to one", 1, 1, 5, 3), 1, 1);
    }

    @Check(value = "centre crop", points = 2, rank = 5)
    void centreCrop(Bench bench) {
        crop(bench, bench.gaussians("even", 2, 3, 8, 6), 4, 4);
        crop(bench, bench.gaussians("three rows", 1, 1, 7, 9), 4, 4); // borders of 1.5 → 2 and 2.5 → 2
        crop(bench, bench.gaussians("odd", 1, 2, 5, 8), 4, 3); // 0.5 → 0 and 2.5 → 2
        crop(bench, bench.gaussians("all", 1, 1, 3, 4), 3, 4);
    }

    @Check(value = "refuses to crop what is too small", points = 0.75, rank = 6)
    void refusesToCropWhatIsTooSmall(Bench bench) {
        Value images = Value.of(bench.gaussians("too small", 1, 1, 4, 6));
        Calls.refused(bench, "a crop of 5 rows out of 4", "centreCrop", images, Value.of(5), Value.of(6));
        Calls.refused(bench, "a crop of 7 columns out of 6", "centreCrop", images, Value.of(4), Value.of(7));
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 7)
    void onlyReadsItsArguments(Bench bench) {
        Tensor images = bench.gaussians("read only", 1, 2, 4, 4);
        Calls.onlyReads(bench, "images", images, "resize", Value.of(6), Value.of(3));
        Calls.onlyReads(bench, "images", images, "centreCrop", Value.of(2), Value.of(3));
    }

    private static void resize(Bench bench, Tensor images, int height, int width) {
        DoubleTensor x = DoubleTensor.of(images);
        bench.compare(
                "resized image",
                Calls.tensor(bench, "resize", Value.of(images), Value.of(height), Value.of(width)),
                PhotoOracle.resize(x, height, width, PhotoOracle::halfPixel),
                List.of(
                        new Misconception(
                                "the corner pixels were aligned, (inputs - 1) / (outputs - 1), instead of the images'"
                                        + " edges",
                                PhotoOracle.resize(
                                        x,
                                        height,
                                        width,
                                        (i, inputs, outputs) ->
                                                outputs == 1 ? 0 : i * (inputs - 1.0) / (outputs - 1.0))),
                        new Misconception(
                                "the half pixels were forgotten: a pixel's centre is at i + ½",
                                PhotoOracle.resize(
                                        x, height, width, (i, inputs, outputs) -> (double) i * inputs / outputs)),
                        new Misconception(
                                "the nearest pixel was taken; between two pixels the value changes along a line",
                                PhotoOracle.resize(
                                        x,
                                        height,
                                        width,
                                        (i, inputs, outputs) -> Math.floor((i + 0.5) * inputs / outputs)))));
    }

    private static void crop(Bench bench, Tensor images, int height, int width) {
        DoubleTensor x = DoubleTensor.of(images);
        double top = (x.dim(2) - height) / 2.0;
        double left = (x.dim(3) - width) / 2.0;
        int row = (int) Math.rint(top);
        int column = (int) Math.rint(left);
        bench.compare(
                "cropped image",
                Calls.tensor(bench, "centreCrop", Value.of(images), Value.of(height), Value.of(width)),
                PhotoOracle.crop(x, height, width, row, column),
                List.of(
                        new Misconception(
                                "half a pixel was rounded down; here it goes to the even number, as Math.rint has it",
                                PhotoOracle.crop(x, height, width, (int) top, (int) left)),
                        new Misconception(
                                "half a pixel was rounded up; here it goes to the even number, as Math.rint has it",
                                PhotoOracle.crop(x, height, width, (int) Math.ceil(top), (int) Math.ceil(left))),
                        new Misconception(
                                "the crop is one row and one column too far down and to the right",
                                PhotoOracle.crop(x, height, width, row + 1, column + 1)),
                        new Misconception(
                                "the upper left corner was cut out, not the middle",
                                PhotoOracle.crop(x, height, width, 0, 0))));
    }
}
