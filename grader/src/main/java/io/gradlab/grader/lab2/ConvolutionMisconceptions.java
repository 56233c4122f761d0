package io.gradlab.grader.lab2;

import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.ConvolutionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong in convolutions. */
final class ConvolutionMisconceptions {

    private ConvolutionMisconceptions() {}

    static List<Misconception> forward(ConvolutionCase one) {
        DoubleTensor x = DoubleTensor.of(one.input());
        DoubleTensor w = DoubleTensor.of(one.weight());
        DoubleTensor b = DoubleTensor.of(one.bias());
        ConvolutionOracle oracle = one.oracle();
        List<Misconception> all = new ArrayList<>();
        all.add(new Misconception("the bias was forgotten", oracle.forward(x, w, b.times(0))));
        all.add(new Misconception(
                "the kernel was flipped, as mathematicians do; here window and kernel run in the same direction",
                oracle.forward(x, WindowChanges.flipped(w), b)));
        if (w.dim(2) == w.dim(3)) {
            all.add(new Misconception(
                    "rows and columns of the kernel were exchanged", oracle.forward(x, WindowChanges.turned(w), b)));
        }
        if (w.dim(1) > 1) {
            all.add(new Misconception(
                    "only the first channel was counted; sum over all of them",
                    oracle.forward(x, WindowChanges.channel(w, 0), b)));
            all.add(new Misconception(
                    "only the last channel was counted; sum over all of them",
                    oracle.forward(x, WindowChanges.channel(w, w.dim(1) - 1), b)));
            all.add(new Misconception(
                    "the bias was added once for each channel; add it once", oracle.forward(x, w, b.times(w.dim(1)))));
        }
        if (one.padding() > 0) {
            all.add(new Misconception(
                    "the windows start at the image's edge and not at -padding",
                    new ConvolutionOracle(one.stride(), 0)
                            .forward(WindowChanges.padded(x, 0, 2 * one.padding()), w, b)));
        }
        if (one.stride() > 1) {
            Shape shape = one.output().shape();
            all.add(new Misconception(
                    "the stride was ignored: each window starts one step after the one before",
                    WindowChanges.cropped(new ConvolutionOracle(1, one.padding()).forward(x, w, b), shape)));
        }
        all.add(new Misconception(
                "the numbers are those of [N, OH, OW, O], in the order of the product; the filters come before the"
                        + " positions",
                WindowChanges.channelsLast(one.output())));
        return all;
    }

    static List<Misconception> weightGradient(ConvolutionCase one, DoubleTensor dy) {
        DoubleTensor x = DoubleTensor.of(one.input());
        DoubleTensor gradient = one.oracle().weightGradient(x, one.weight().shape(), dy);
        List<Misconception> all = new ArrayList<>(common(gradient, x.dim(0)));
        all.add(new Misconception(
                "the kernel was flipped; weight (i, j) meets the number at row i and column j of its window",
                WindowChanges.flipped(gradient)));
        all.add(new Misconception(
                "it was divided by the count of windows in an image; sum over them",
                gradient.times(1.0 / (dy.dim(2) * dy.dim(3)))));
        return all;
    }

    static List<Misconception> biasGradient(DoubleTensor dy) {
        DoubleTensor gradient = ConvolutionOracle.biasGradient(dy);
        List<Misconception> all = new ArrayList<>(common(gradient, dy.dim(0)));
        all.add(new Misconception(
                "it is the mean over the positions; each bias appears at all of them, so sum",
                gradient.times(1.0 / (dy.dim(2) * dy.dim(3)))));
        return all;
    }

    static List<Misconception> inputGradient(ConvolutionCase one, DoubleTensor dy) {
        DoubleTensor w = DoubleTensor.of(one.weight());
        Shape input = one.input().shape();
        List<Misconception> all = new ArrayList<>(common(one.oracle().inputGradient(input, w, dy), input.dim(0)));
        all.add(new Misconception(
                "the kernel was flipped once too often; add dy · W[o, c, i, j] where x met W[o, c, i, j]",
                one.oracle().inputGradient(input, WindowChanges.flipped(w), dy)));
        if (w.dim(0) > 1) {
            all.add(new Misconception(
                    "only the last filter was counted; sum over all of them",
                    one.oracle().inputGradient(input, w, WindowChanges.channel(dy, dy.dim(1) - 1))));
        }
        return all;
    }

    private static List<Misconception> common(DoubleTensor gradient, int samples) {
        return List.of(
                new Misconception(
                        "it was divided by the batch size (" + samples + "); the loss has done so already",
                        gradient.times(1.0 / samples)),
                new Misconception("it was left at zero", gradient.times(0)));
    }
}
