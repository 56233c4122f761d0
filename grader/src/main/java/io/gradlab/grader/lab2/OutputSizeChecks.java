package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.RandomStream;
import java.util.List;

/** Task 2.1. */
@Task(id = "2.1", title = "output size", points = 3)
public class OutputSizeChecks {

    @Check(value = "of known layers", points = 0, rank = 1)
    void ofKnownLayers(Bench bench) {
        compare(bench, 28, 5, 1, 0, 24);
        compare(bench, 32, 3, 1, 1, 32);
        compare(bench, 224, 7, 2, 3, 112);
    }

    @Check(value = "without padding", points = 1, rank = 2)
    void withoutPadding(Bench bench) {
        random(bench, 0);
    }

    @Check(value = "with padding", points = 1, rank = 3)
    void withPadding(Bench bench) {
        random(bench, 1);
        random(bench, 3);
    }

    @Check(value = "where windows hardly fit", points = 1, rank = 4)
    void whereWindowsHardlyFit(Bench bench) {
        compare(bench, 2, 2, 2, 0, 1);
        compare(bench, 3, 2, 2, 0, 1);
        compare(bench, 1, 3, 1, 1, 1);
        compare(bench, 2, 3, 2, 0, 0); // floor(-1/2) + 1
        compare(bench, 1, 5, 3, 0, -1); // floor(-4/3) + 1
    }

    private static void random(Bench bench, int padding) {
        RandomStream random = bench.seed().stream("padding " + padding);
        for (int i = 0; i < 20; i++) {
            int kernel = 1 + random.below(4L * i, 7);
            int input = kernel + random.below(4L * i + 1, 40);
            int stride = 1 + random.below(4L * i + 2, 4);
            int expected = new ConvolutionOracle(stride, padding).size(input, kernel);
            compare(bench, input, kernel, stride, padding, expected);
        }
    }

    private static void compare(Bench bench, int input, int kernel, int stride, int padding, int expected) {
        Probe probe = new Probe.OfFunction(
                "outputSize", List.of(Value.of(input), Value.of(kernel), Value.of(stride), Value.of(padding)));
        String what = "for input " + input + ", kernel " + kernel + ", stride " + stride + " and padding " + padding;
        double exact = (input + 2.0 * padding - kernel) / stride;
        List<Misconception> misconceptions = List.of(
                guess("the + 1 is missing: the first window counts as well", expected - 1),
                guess(
                        "the padding was added at one end only",
                        Math.floor((input + padding - kernel) * 1.0 / stride) + 1),
                guess("the padding was forgotten", Math.floor((input - kernel) * 1.0 / stride) + 1),
                guess("it was rounded up; a window that is not full is dropped", Math.ceil(exact) + 1),
                guess("it was rounded towards zero, as / does; take Math.floorDiv", (int) exact + 1),
                guess("the stride was ignored", input + 2.0 * padding - kernel + 1));
        bench.compare("the size " + what, bench.ask(probe).number("result"), expected, misconceptions);
    }

    private static Misconception guess(String sentence, double size) {
        return new Misconception(sentence, DoubleTensor.scalar(size));
    }
}
