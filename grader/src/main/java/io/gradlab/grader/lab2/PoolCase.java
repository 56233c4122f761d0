package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PoolOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * A pooling layer with an input to try it with.
 *
 * @param maximum whether it takes the largest number; else the mean
 */
record PoolCase(Bench bench, boolean maximum, Tensor input, int size, int stride) {

    LayerCase layer() {
        return new LayerCase(bench, maximum ? "maxPool" : "averagePool", List.of(Value.of(size), Value.of(stride)));
    }

    Tensor outputGradient() {
        return bench.gaussians("output gradient", oracle().output(input.shape()).toArray());
    }

    void checkForward() {
        DoubleTensor x = DoubleTensor.of(input);
        bench.compare(
                "output",
                bench.tensor(layer().ask(LayerCase.training(input)), "output.0"),
                maximum ? oracle().maximum(x) : oracle().mean(x),
                forwardMistakes(x));
    }

    void checkGradient() {
        Tensor dy = outputGradient();
        DoubleTensor x = DoubleTensor.of(input);
        bench.compareGradient(
                "input gradient",
                bench.tensor(layer().both(input, dy), "inputGradient.1"),
                maximum
                        ? oracle().maximumGradient(x, DoubleTensor.of(dy))
                        : oracle().meanGradient(input.shape(), DoubleTensor.of(dy)),
                backward(x, DoubleTensor.of(dy)),
                layer().ofInput(input, dy));
    }

    private PoolOracle oracle() {
        return new PoolOracle(size, stride);
    }

    List<Misconception> forwardMistakes(DoubleTensor x) {
        DoubleTensor mean = oracle().mean(x);
        DoubleTensor largest = oracle().maximum(x);
        DoubleTensor stepByOne = new PoolOracle(size, 1).maximum(x);
        return maximum
                ? List.of(
                        new Misconception(
                                "the search for the largest began at 0, which is larger than any negative number",
                                largest.map(y -> Math.max(0, y))),
                        new Misconception("the mean was taken, not the largest", mean),
                        new Misconception(
                                "the stride was ignored: each window starts one step after the one before",
                                WindowChanges.cropped(stepByOne, largest.shape())))
                : List.of(
                        new Misconception(
                                "the sum was not divided by the count of numbers in a window",
                                mean.times((double) size * size)),
                        new Misconception(
                                "the sum was divided by the window's width instead of its area", mean.times(size)),
                        new Misconception("the largest was taken, not the mean", largest));
    }

    private List<Misconception> backward(DoubleTensor x, DoubleTensor dy) {
        DoubleTensor shared = oracle().meanGradient(x.shape(), dy);
        DoubleTensor largest = oracle().maximumGradient(x, dy);
        return maximum
                ? List.of(
                        new Misconception(
                                "the gradient was shared out evenly; all of it belongs to the winner", shared),
                        new Misconception(
                                "every number of a window got the whole gradient; only the winner gets it",
                                shared.times((double) size * size)),
                        new Misconception(
                                "of equal numbers the last one won; the first does",
                                oracle().lastMaximumGradient(x, dy)),
                        new Misconception(
                                "equal numbers all got the gradient; only the first does",
                                oracle().everyMaximumGradient(x, dy)))
                : List.of(
                        new Misconception(
                                "every number of a window got the whole gradient; divide it by their count",
                                shared.times((double) size * size)),
                        new Misconception(
                                "the gradient went to the largest number, as in max pooling; share it out", largest));
    }
}
