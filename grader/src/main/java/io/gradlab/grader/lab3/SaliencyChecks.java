package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PhotoOracle;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Task 3.11. */
@Task(id = "3.11", title = "saliency", points = 9)
public class SaliencyChecks {
    private static final String NETWORK = "conv 4 3x3 pad 1, batchnorm, relu, maxpool 2, flatten, dense 5";
    private static final String DROPPING = "conv 4 3x3 pad 1, tanh, dropout 0.5, flatten, dense 3";

    @Check(value = "gradient of a score", points = 3, rank = 1)
    void gradientOfAScore(Bench bench) {
        NetworkCase network = NetworkCase.random(bench, "network", NETWORK, 3, 6, 4);
        for (int target : new int[] {0, 2, 4}) {
            gradient(bench, network, target);
        }
    }

    @Check(value = "gradient in evaluation mode", points = 1, rank = 2)
    void gradientInEvaluationMode(Bench bench) {
        gradient(bench, NetworkCase.random(bench, "dropping", DROPPING, 1, 4, 4), 1);
        gradient(bench, NetworkCase.random(bench, "dropping", DROPPING, 2, 3, 5), 2);
    }

    @Check(value = "gray picture", points = 2.5, rank = 3)
    void grayPicture(Bench bench) {
        gray(bench, bench.gaussians("gradient", 1, 3, 4, 5));
        gray(bench, bench.gaussians("one channel", 1, 1, 3, 2));
        gray(bench, shifted(bench.gaussians("negative", 1, 3, 2, 3), -4));
    }

    @Check(value = "picture in colour", points = 1.5, rank = 4)
    void pictureInColour(Bench bench) {
        colour(bench, bench.gaussians("gradient", 1, 3, 4, 5));
        colour(bench, shifted(bench.gaussians("positive", 1, 3, 3, 2), 5));
        colour(bench, shifted(bench.gaussians("negative", 1, 2, 3, 2), -5));
    }

    @Check(value = "pictures of nothing", points = 0.75, rank = 5)
    void picturesOfNothing(Bench bench) {
        Value nothing = Value.of(Tensor.zeros(1, 3, 2, 2));
        bench.compare(
                "gray picture", Calls.tensor(bench, "saliency", nothing), DoubleTensor.zeros(1, 1, 2, 2), List.of());
        for (float level : new float[] {0, 3, -2}) {
            Value flat = Value.of(shifted(Tensor.zeros(1, 3, 2, 2), level));
            bench.compare(
                    "picture in colour",
                    Calls.tensor(bench, "saliencyInColour", flat),
                    DoubleTensor.zeros(1, 3, 2, 2),
                    List.of());
        }
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 6)
    void onlyReadsItsArguments(Bench bench) {
        Tensor gradient = bench.gaussians("read only", 1, 3, 3, 3);
        Calls.onlyReads(bench, "gradient", gradient, "saliency");
        Calls.onlyReads(bench, "gradient", gradient, "saliencyInColour");
    }

    private static void gradient(Bench bench, NetworkCase network, int target) {
        Tensor image = bench.gaussians("image", network.sample().prepend(1).toArray());
        DoubleTensor x = DoubleTensor.of(image);
        DoubleTensor scores = network.forward(image);
        DoubleTensor chosen = scores.times(0);
        chosen.data()[target] = 1;
        DoubleTensor probabilities = SoftmaxOracle.softmax(scores);
        double p = probabilities.data()[target];
        DoubleTensor ofSoftmax = chosen.with(probabilities, (one, other) -> p * (one - other));
        DoubleTensor ofLoss = probabilities.with(chosen, (other, one) -> other - one);
        bench.compare(
                "gradient of score " + target,
                Calls.tensor(bench, "scoreGradient", network.value(), Value.of(image), Value.of(target)),
                network.oracle().inputGradient(x, chosen),
                List.of(
                        new Misconception(
                                "it is the gradient of the softmax's probability, not of the score",
                                network.oracle().inputGradient(x, ofSoftmax)),
                        new Misconception(
                                "it is the gradient of the loss, not of the score",
                                network.oracle().inputGradient(x, ofLoss)),
                        new Misconception(
                                "it is the gradient of the sum of all scores, not of the target's",
                                network.oracle().inputGradient(x, scores.map(_ -> 1))),
                        new Misconception(
                                "the score itself was sent back; its derivative is 1",
                                network.oracle().inputGradient(x, chosen.times(scores.data()[target])))));
    }

    private static void gray(Bench bench, Tensor gradient) {
        DoubleTensor g = DoubleTensor.of(gradient);
        DoubleTensor absolute = pixels(g, Math::abs, true);
        DoubleTensor plain = pixels(g, x -> x, true);
        bench.compare(
                "gray picture",
                Calls.tensor(bench, "saliency", Value.of(gradient)),
                absolute.times(1 / absolute.maximumNorm()),
                List.of(
                        new Misconception(
                                "absolute values were not taken: a pixel that lowers the score matters as well",
                                plain.times(
                                        1 / Arrays.stream(plain.data()).max().orElse(1))),
                        new Misconception(
                                "the mean of the channels was taken instead of the largest",
                                largestOne(pixels(g, Math::abs, false))),
                        new Misconception("it was not divided by the largest", absolute),
                        new Misconception(
                                "the smallest pixel was made 0; 0 is what does not matter, and there may be none",
                                spread(absolute))));
    }

    private static DoubleTensor largestOne(DoubleTensor picture) {
        return picture.times(1 / picture.maximumNorm());
    }

    /** Returns of each pixel the largest or the mean of its channels. */
    private static DoubleTensor pixels(DoubleTensor g, DoubleUnaryOperator f, boolean largest) {
        return PhotoOracle.make(Shape.of(1, 1, g.dim(2), g.dim(3)), (_, _, row, column) -> {
            DoubleStream channels = IntStream.range(0, g.dim(1))
                    .mapToDouble(c -> f.applyAsDouble(PhotoOracle.at(g, 0, c, row, column)));
            return (largest ? channels.max() : channels.average()).orElse(0);
        });
    }

    private static void colour(Bench bench, Tensor gradient) {
        DoubleTensor g = DoubleTensor.of(gradient);
        DoubleTensor channelwise = PhotoOracle.make(g.shape(), (_, c, row, column) -> {
            DoubleTensor channel =
                    PhotoOracle.make(Shape.of(1, 1, g.dim(2), g.dim(3)), (_, _, r, v) -> PhotoOracle.at(g, 0, c, r, v));
            return PhotoOracle.at(spread(channel), 0, 0, row, column);
        });
        bench.compare(
                "picture in colour",
                Calls.tensor(bench, "saliencyInColour", Value.of(gradient)),
                spread(g),
                List.of(
                        new Misconception("each channel was scaled by itself; 0 then has three values", channelwise),
                        new Misconception(
                                "absolute values were taken; here the sign is to be seen", spread(g.map(Math::abs))),
                        new Misconception(
                                "it was divided by the largest alone, without the smallest taken away",
                                g.times(1 / Arrays.stream(g.data()).max().orElse(1)))));
    }

    private static DoubleTensor spread(DoubleTensor g) {
        double smallest = Arrays.stream(g.data()).min().orElse(0);
        double largest = Arrays.stream(g.data()).max().orElse(1);
        return g.map(x -> (x - smallest) / (largest - smallest));
    }

    private static Tensor shifted(Tensor tensor, float by) {
        Tensor shifted = tensor.copy();
        for (int i = 0; i < shifted.size(); i++) {
            shifted.data()[i] += by;
        }
        return shifted;
    }
}
