package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.ImageOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 2.12. */
@Task(id = "2.12", title = "augmentations", points = 5)
public class AugmentationChecks {

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        Tensor ramp = Tensor.vector(1, 2, 3, 4, 5, 6).reshape(1, 1, 2, 3);
        DoubleTensor flipped = DoubleTensor.of(Tensor.vector(3, 2, 1, 6, 5, 4).reshape(1, 1, 2, 3));
        bench.compare("flipped image", ask(bench, "flip", ramp), flipped, flipMistakes(DoubleTensor.of(ramp)));
        DoubleTensor shifted = DoubleTensor.of(Tensor.vector(0, 0, 0, 0, 1, 2).reshape(1, 1, 2, 3));
        bench.compare(
                "shifted image",
                ask(bench, "shift", ramp, Value.of(1), Value.of(1)),
                shifted,
                shiftMistakes(DoubleTensor.of(ramp), 1, 1));
    }

    @Check(value = "flip", points = 1.25, rank = 2)
    void flip(Bench bench) {
        for (int[] shape : new int[][] {{2, 3, 4, 4}, {2, 1, 3, 5}, {1, 1, 1, 1}}) {
            Tensor images = bench.gaussians("flip", shape);
            DoubleTensor x = DoubleTensor.of(images);
            bench.compare("flipped image", ask(bench, "flip", images), ImageOracle.flip(x), flipMistakes(x));
        }
    }

    @Check(value = "grayscale", points = 1.25, rank = 3)
    void grayscale(Bench bench) {
        for (int[] shape : new int[][] {{2, 3, 4, 4}, {3, 3, 2, 5}, {1, 3, 1, 1}}) {
            Tensor images = bench.gaussians("grayscale", shape);
            DoubleTensor x = DoubleTensor.of(images);
            bench.compare(
                    "gray image",
                    ask(bench, "grayscale", images),
                    ImageOracle.gray(x, 0.299, 0.587, 0.114),
                    List.of(
                            new Misconception(
                                    "the plain mean of the colours was taken",
                                    ImageOracle.gray(x, 1.0 / 3, 1.0 / 3, 1.0 / 3)),
                            new Misconception(
                                    "red and blue were exchanged", ImageOracle.gray(x, 0.114, 0.587, 0.299))));
        }
    }

    @Check(value = "shift", points = 1.25, rank = 4)
    void shift(Bench bench) {
        Tensor images = bench.gaussians("shift", 2, 2, 5, 5);
        DoubleTensor x = DoubleTensor.of(images);
        for (int[] by : new int[][] {{1, 2}, {-2, 1}, {0, -3}, {2, -1}, {0, 0}, {7, 0}}) {
            bench.compare(
                    "image shifted by (" + by[0] + ", " + by[1] + ")",
                    ask(bench, "shift", images, Value.of(by[0]), Value.of(by[1])),
                    ImageOracle.shift(x, by[0], by[1]),
                    shiftMistakes(x, by[0], by[1]));
        }
    }

    @Check(value = "normalization", points = 1, rank = 5)
    void normalization(Bench bench) {
        Tensor images = bench.gaussians("normalization", 2, 3, 3, 4);
        Tensor mean = bench.gaussians("mean", 3);
        Tensor deviation = Tensor.vector(0.5f, 2, 3);
        DoubleTensor x = DoubleTensor.of(images);
        DoubleTensor m = DoubleTensor.of(mean);
        DoubleTensor d = DoubleTensor.of(deviation);
        bench.compare(
                "normalized image",
                ask(bench, "normalize", images, Value.of(mean), Value.of(deviation)),
                ImageOracle.normalize(x, m, d),
                List.of(
                        new Misconception(
                                "it was multiplied by the deviation instead of divided",
                                ImageOracle.normalize(x, m, d.map(v -> 1 / v))),
                        new Misconception(
                                "it was divided before the mean was taken away",
                                ImageOracle.normalize(x, m.with(d, (a, b) -> a * b), d)),
                        new Misconception(
                                "the first channel's mean and deviation were taken for all",
                                ImageOracle.normalize(x, m.map(_ -> m.data()[0]), d.map(_ -> d.data()[0])))));
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        Tensor images = bench.gaussians("read only", 2, 3, 4, 4);
        for (String method : List.of("flip", "grayscale")) {
            var answer = bench.ask(new Probe.OfFunction(method, List.of(Value.of(images))));
            bench.unchanged("images", bench.tensor(answer, "argument.0"), images);
        }
        var answer = bench.ask(new Probe.OfFunction("shift", List.of(Value.of(images), Value.of(1), Value.of(-1))));
        bench.unchanged("images", bench.tensor(answer, "argument.0"), images);
    }

    private static List<Misconception> flipMistakes(DoubleTensor x) {
        DoubleTensor turned = WindowChanges.flipped(x);
        return List.of(
                new Misconception("top and bottom were exchanged instead of left and right", ImageOracle.flip(turned)),
                new Misconception("the image was turned upside down, rows as well as columns", turned));
    }

    private static List<Misconception> shiftMistakes(DoubleTensor x, int down, int right) {
        return List.of(
                new Misconception("it was shifted in the opposite direction", ImageOracle.shift(x, -down, -right)),
                new Misconception("rows and columns were exchanged", ImageOracle.shift(x, right, down)),
                new Misconception(
                        "what moves out came in again on the other side; zeros must come in",
                        ImageOracle.rolled(x, down, right)));
    }

    private static DoubleTensor ask(Bench bench, String method, Tensor images, Value... more) {
        List<Value> arguments = new java.util.ArrayList<>(List.of(Value.of(images)));
        arguments.addAll(List.of(more));
        return bench.tensor(bench.ask(new Probe.OfFunction(method, arguments)), "result");
    }
}
