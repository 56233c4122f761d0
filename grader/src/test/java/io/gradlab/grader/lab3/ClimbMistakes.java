package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** What goes wrong in gradient ascent on an image. */
final class ClimbMistakes {

    private ClimbMistakes() {}

    static List<Mistake> all() {
        return List.of(
                climb("climb: down", (right, start, x) -> start[x] - (right[x] - start[x]), "the steps go downhill"),
                climbed("climb: one gradient", Climb.ONE_GRADIENT, "the first gradient was used for all steps"),
                climbed("climb: plain", Climb.PLAIN, "the gradient was not divided by its size"),
                climbed("climb: whole length", Climb.WHOLE_LENGTH, "by the root of the sum of squares"),
                climbed("climb: all filters", Climb.ALL_FILTERS, "all filters were made to answer"),
                climbed("climb: first place", Climb.FIRST_PLACE, "only the first place of the filter's map"),
                climbed("climb: no ε", Climb.NO_EPSILON, "0 was divided by 0"));
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
