package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** What goes wrong in gradients of scores, and in their pictures. */
final class SaliencyMistakes {

    private SaliencyMistakes() {}

    static List<Mistake> all() {
        return List.of(
                gradient(
                        "saliency: of the softmax",
                        (s, t, i) -> softmax(s)[t] * ((i == t ? 1 : 0) - softmax(s)[i]),
                        "it is the gradient of the softmax's probability"),
                gradient(
                        "saliency: of the loss",
                        (s, t, i) -> softmax(s)[i] - (i == t ? 1 : 0),
                        "it is the gradient of the loss"),
                gradient("saliency: of all scores", (_, _, _) -> 1, "the gradient of the sum of all scores"),
                gradient("saliency: score", (s, t, i) -> i == t ? s.data()[t] : 0, "the score itself was sent back"),
                gray(
                        "saliency: signed",
                        (g, pixel) -> largest(g, pixel, false),
                        true,
                        0,
                        "absolute values were not taken"),
                gray("saliency: mean", SaliencyMistakes::mean, true, 0, "the mean of the channels was taken"),
                gray(
                        "saliency: not divided",
                        (g, pixel) -> largest(g, pixel, true),
                        false,
                        0,
                        "it was not divided by the"),
                gray(
                        "saliency: from 0 on",
                        (g, pixel) -> largest(g, pixel, true),
                        true,
                        1,
                        "the smallest pixel was made 0"),
                colour("colour: channel by channel", SaliencyMistakes::channel, "each channel was scaled by itself"),
                colour("colour: absolute", (g, i, _) -> spread(absolute(g), i), "here the sign is to be seen"),
                colour("colour: divided", (g, i, _) -> g[i] / max(g), "it was divided by the largest alone"));
    }

    private interface Chosen {
        double of(Tensor scores, int target, int i);
    }

    private static double[] softmax(Tensor scores) {
        return SoftmaxOracle.softmax(DoubleTensor.of(scores)).data();
    }

    private static Mistake gradient(String name, Chosen chosen, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor scoreGradient(Sequential network, Tensor image, int target) {
                Tensor scores = network.forward(image, Pass.evaluation()).copy();
                Tensor dy = Tensor.zeros(scores.shape());
                for (int i = 0; i < dy.size(); i++) {
                    dy.data()[i] = (float) chosen.of(scores, target, i);
                }
                return network.backward(dy).copy();
            }
        };
        return new Mistake(name, SaliencyChecks.class, lab, says);
    }

    private interface Pixel {
        float of(Tensor gradient, int pixel);
    }

    private static float largest(Tensor g, int pixel, boolean absolute) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = pixel; i < g.size(); i += g.dim(2) * g.dim(3)) {
            largest = Math.max(largest, absolute ? Math.abs(g.data()[i]) : g.data()[i]);
        }
        return largest;
    }

    private static float mean(Tensor g, int pixel) {
        float sum = 0;
        for (int i = pixel; i < g.size(); i += g.dim(2) * g.dim(3)) {
            sum += Math.abs(g.data()[i]);
        }
        return sum / g.dim(1);
    }

    private static Mistake gray(String name, Pixel pixel, boolean divided, int fromZero, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor saliency(Tensor gradient) {
                Tensor gray = Tensor.zeros(1, 1, gradient.dim(2), gradient.dim(3));
                for (int i = 0; i < gray.size(); i++) {
                    gray.data()[i] = pixel.of(gradient, i);
                }
                float least = fromZero * min(gray.data());
                float scale = divided ? max(gray.data()) - least : 1;
                for (int i = 0; i < gray.size(); i++) {
                    gray.data()[i] = (gray.data()[i] - least) / scale;
                }
                return gray;
            }
        };
        return new Mistake(name, SaliencyChecks.class, lab, says);
    }

    private interface OfPlace {
        float of(float[] gradient, int i, int area);
    }

    private static Mistake colour(String name, OfPlace f, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor saliencyInColour(Tensor gradient) {
                Tensor colour = Tensor.zeros(gradient.shape());
                for (int i = 0; i < colour.size(); i++) {
                    colour.data()[i] = f.of(gradient.data(), i, gradient.dim(2) * gradient.dim(3));
                }
                return colour;
            }
        };
        return new Mistake(name, SaliencyChecks.class, lab, says);
    }

    private static float channel(float[] g, int i, int area) {
        int from = i / area * area;
        return spread(Arrays.copyOfRange(g, from, from + area), i - from);
    }

    private static float spread(float[] g, int i) {
        return (g[i] - min(g)) / (max(g) - min(g));
    }

    private static float[] absolute(float[] g) {
        float[] absolute = g.clone();
        for (int i = 0; i < g.length; i++) {
            absolute[i] = Math.abs(g[i]);
        }
        return absolute;
    }

    private static float max(float[] g) {
        float max = g[0];
        for (float x : g) {
            max = Math.max(max, x);
        }
        return max;
    }

    private static float min(float[] g) {
        float min = g[0];
        for (float x : g) {
            min = Math.min(min, x);
        }
        return min;
    }
}
