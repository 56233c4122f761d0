package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.SoftmaxOracle;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** What goes wrong when one looks at what a network looks at. */
final class ViewMistakes {

    private ViewMistakes() {}

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
                gray("saliency: mean", ViewMistakes::mean, true, 0, "the mean of the channels was taken"),
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
                colour("colour: channel by channel", ViewMistakes::channel, "each channel was scaled by itself"),
                colour("colour: absolute", (g, i, _) -> spread(absolute(g), i), "here the sign is to be seen"),
                colour("colour: divided", (g, i, _) -> g[i] / max(g), "it was divided by the largest alone"),
                climb("climb: down", (right, start, x) -> start[x] - (right[x] - start[x]), "the steps go downhill"),
                climbed("climb: one gradient", Climb.ONE_GRADIENT, "the first gradient was used for all steps"),
                climbed("climb: plain", Climb.PLAIN, "the gradient was not divided by its size"),
                climbed("climb: whole length", Climb.WHOLE_LENGTH, "by the root of the sum of squares"),
                climbed("climb: all filters", Climb.ALL_FILTERS, "all filters were made to answer"),
                climbed("climb: first place", Climb.FIRST_PLACE, "only the first place of the filter's map"),
                climbed("climb: no ε", Climb.NO_EPSILON, "0 was divided by 0"));
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

    private interface Turned {
        float of(float[] right, float[] start, int i);
    }

    /** Changes each single step. */
    private static Mistake climb(String name, Turned turned, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor maximize(Sequential network, Tensor start, int filter, int steps, double rate) {
                Tensor image = start.copy();
                for (int step = 0; step < steps; step++) {
                    Tensor right = super.maximize(network, image, filter, 1, rate);
                    Tensor next = image.copy();
                    for (int i = 0; i < next.size(); i++) {
                        next.data()[i] = turned.of(right.data(), image.data(), i);
                    }
                    image = next;
                }
                return image;
            }
        };
        return new Mistake(name, MaximizationChecks.class, lab, says);
    }

    private enum Climb {
        ONE_GRADIENT,
        PLAIN,
        WHOLE_LENGTH,
        ALL_FILTERS,
        FIRST_PLACE,
        NO_EPSILON
    }

    private static Mistake climbed(String name, Climb form, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor maximize(Sequential network, Tensor start, int filter, int steps, double rate) {
                Tensor image = start.copy();
                for (int step = 0; step < steps; step++) {
                    Tensor at = form == Climb.ONE_GRADIENT ? start : image;
                    float[] g = gradient(network, at, filter, form).data();
                    double squares = 0;
                    for (float x : g) {
                        squares += (double) x * x;
                    }
                    double length = Math.sqrt(squares / (form == Climb.WHOLE_LENGTH ? 1 : g.length));
                    length += form == Climb.NO_EPSILON ? 0 : 1e-8;
                    for (int i = 0; i < g.length; i++) {
                        image.data()[i] += (float) (rate * g[i] / (form == Climb.PLAIN ? 1 : length));
                    }
                }
                return image;
            }
        };
        return new Mistake(name, MaximizationChecks.class, lab, says);
    }

    private static Tensor gradient(Sequential network, Tensor image, int filter, Climb form) {
        Tensor maps = network.forward(image, Pass.evaluation());
        int area = maps.dim(2) * maps.dim(3);
        Tensor chosen = Tensor.zeros(maps.shape());
        for (int i = 0; i < chosen.size(); i++) {
            boolean counts =
                    form == Climb.FIRST_PLACE ? i == filter * area : form == Climb.ALL_FILTERS || i / area == filter;
            chosen.data()[i] = counts ? 1f / area : 0;
        }
        return network.backward(chosen);
    }
}
