package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A line, a window, and how often it fits. */
record SizeCase(int input, int kernel, int stride, int padding, int expected) {
    private static final List<Guess> GUESSES = List.of(
            new Guess("the + 1 is missing: the first window counts as well", one -> one.expected - 1),
            new Guess(
                    "the padding was added at one end only",
                    one -> Math.floorDiv(one.input + one.padding - one.kernel, one.stride) + 1),
            new Guess("the padding was forgotten", one -> Math.floorDiv(one.input - one.kernel, one.stride) + 1),
            new Guess(
                    "it was rounded up; a window that is not full is dropped",
                    one -> Math.ceilDiv(one.room(), one.stride) + 1),
            new Guess("it was rounded towards zero, as / does; take Math.floorDiv", one -> one.room() / one.stride + 1),
            new Guess("the stride was ignored", one -> one.room() + 1));

    /** A mistake, as a function of the case. */
    private record Guess(String sentence, ToDoubleFunction<SizeCase> size) {}

    static SizeCase of(int input, int kernel, int stride, int padding) {
        int expected = new ConvolutionOracle(stride, padding).size(input, kernel);
        return new SizeCase(input, kernel, stride, padding, expected);
    }

    /** Demands all sizes. One size is what several mistakes may give, so a mistake is named only if it fits all. */
    static void check(Bench bench, List<SizeCase> cases) {
        List<Guess> fitting = new ArrayList<>(GUESSES);
        List<Double> actual = new ArrayList<>();
        for (SizeCase one : cases) {
            double size = bench.ask(one.probe()).number("result");
            actual.add(size);
            fitting.removeIf(guess -> guess.size.applyAsDouble(one) != size);
        }
        for (int i = 0; i < cases.size(); i++) {
            SizeCase one = cases.get(i);
            bench.compare(one.toString(), actual.get(i), one.expected, one.misconceptions(fitting));
        }
    }

    private List<Misconception> misconceptions(List<Guess> fitting) {
        return fitting.stream()
                .map(guess -> new Misconception(guess.sentence, DoubleTensor.scalar(guess.size.applyAsDouble(this))))
                .toList();
    }

    private int room() {
        return input + 2 * padding - kernel;
    }

    private Probe probe() {
        return new Probe.OfFunction(
                "outputSize", List.of(Value.of(input), Value.of(kernel), Value.of(stride), Value.of(padding)));
    }

    @Override
    public String toString() {
        return "the size for input " + input + ", kernel " + kernel + ", stride " + stride + " and padding " + padding;
    }
}
