package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** What goes wrong in images, and in a network of parts. */
final class AugmentationMistakes {

    private AugmentationMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake("shift: backwards", AugmentationChecks.class, backwards(), "in the opposite direction"),
                new Mistake(
                        "shift: exchanged", AugmentationChecks.class, exchanged(), "rows and columns were exchanged"),
                new Mistake(
                        "grayscale: blue first", AugmentationChecks.class, blueFirst(), "red and blue were exchanged"),
                new Mistake("normalize: multiplied", AugmentationChecks.class, multiplied(), "it was multiplied"),
                new Mistake("LeNet: averages", LeNetChecks.class, averages(), "average pooling was built in"));
    }

    private static Lab2 backwards() {
        return new AlteredLab2() {
            @Override
            public Tensor shift(Tensor images, int down, int right) {
                return super.shift(images, -down, -right);
            }
        };
    }

    private static Lab2 exchanged() {
        return new AlteredLab2() {
            @Override
            public Tensor shift(Tensor images, int down, int right) {
                return super.shift(images, right, down);
            }
        };
    }

    private static Lab2 blueFirst() {
        return new AlteredLab2() {
            @Override
            public Tensor grayscale(Tensor images) {
                int map = images.dim(2) * images.dim(3);
                Tensor exchanged = images.copy();
                for (int i = 0; i < images.size(); i++) {
                    int c = i / map % 3;
                    exchanged.data()[i] = images.data()[i + (2 - 2 * c) * map];
                }
                return super.grayscale(exchanged);
            }
        };
    }

    private static Lab2 multiplied() {
        return new AlteredLab2() {
            @Override
            public Tensor normalize(Tensor images, Tensor mean, Tensor deviation) {
                Tensor inverse = deviation.copy();
                for (int c = 0; c < inverse.size(); c++) {
                    inverse.data()[c] = 1 / inverse.data()[c];
                }
                return super.normalize(images, mean, inverse);
            }
        };
    }

    private static Lab2 averages() {
        return new AlteredLab2() {
            @Override
            public Layer lenet(Map<String, Tensor> parameters, Lab2 parts) {
                return super.lenet(parameters, new AlteredLab2() {
                    @Override
                    public Layer maxPool(int size, int stride) {
                        return new AveragePool2d(WindowGeometry.square(size, stride, 0));
                    }
                });
            }
        };
    }
}
