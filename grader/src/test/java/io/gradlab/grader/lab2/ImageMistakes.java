package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.ImageOracle;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** More of what goes wrong in images, and in LeNet. */
final class ImageMistakes {

    private ImageMistakes() {}

    static List<Mistake> all() {
        return List.of(
                flip("flip: top and bottom", x -> ImageOracle.flip(WindowChanges.flipped(x)), "top and bottom were"),
                flip("flip: upside down", WindowChanges::flipped, "the image was turned upside down"),
                new Mistake(
                        "grayscale: plain mean",
                        AugmentationChecks.class,
                        new AlteredLab2() {
                            @Override
                            public Tensor grayscale(Tensor images) {
                                return Mistakes.change(images, x -> ImageOracle.gray(x, 1.0 / 3, 1.0 / 3, 1.0 / 3));
                            }
                        },
                        "the plain mean of the colours was taken"),
                new Mistake(
                        "shift: rolled",
                        AugmentationChecks.class,
                        new AlteredLab2() {
                            @Override
                            public Tensor shift(Tensor images, int down, int right) {
                                return Mistakes.change(images, x -> ImageOracle.rolled(x, down, right));
                            }
                        },
                        "came in again on the other side"),
                normalized(
                        "normalize: divided first",
                        (x, m, d) -> ImageOracle.normalize(x, m.with(d, (a, b) -> a * b), d),
                        "it was divided before the mean was taken away"),
                normalized(
                        "normalize: first channel",
                        (x, m, d) -> ImageOracle.normalize(x, m.map(_ -> m.data()[0]), d.map(_ -> d.data()[0])),
                        "the first channel's mean and deviation were taken for all"),
                new Mistake("LeNet: activated logits", LeNetChecks.class, activated(), "an activation follows fc3"),
                new Mistake("LeNet: linear", LeNetChecks.class, linear(), "the activations are missing"));
    }

    private static Mistake flip(String name, UnaryOperator<DoubleTensor> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Tensor flip(Tensor images) {
                return Mistakes.change(images, wrong);
            }
        };
        return new Mistake(name, AugmentationChecks.class, lab, says);
    }

    private interface Normalization {
        DoubleTensor of(DoubleTensor x, DoubleTensor mean, DoubleTensor deviation);
    }

    private static Mistake normalized(String name, Normalization wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
                return Mistakes.change(images, x -> wrong.of(x, DoubleTensor.of(mean), DoubleTensor.of(deviation)));
            }
        };
        return new Mistake(name, AugmentationChecks.class, lab, says);
    }

    private static Lab2 activated() {
        return new AlteredLab2() {
            @Override
            public Layer lenet(Map<String, Tensor> parameters, Lab2 parts) {
                LinkedHashMap<String, Layer> layers =
                        new LinkedHashMap<>(((Sequential) super.lenet(parameters, parts)).layers());
                layers.put("last", new Activation(ActivationKind.RELU));
                return new Sequential(layers);
            }
        };
    }

    private static Lab2 linear() {
        return new AlteredLab2() {
            @Override
            public Layer lenet(Map<String, Tensor> parameters, Lab2 parts) {
                LinkedHashMap<String, Layer> layers =
                        new LinkedHashMap<>(((Sequential) super.lenet(parameters, parts)).layers());
                layers.values().removeIf(layer -> layer instanceof Activation);
                return new Sequential(layers);
            }
        };
    }
}
