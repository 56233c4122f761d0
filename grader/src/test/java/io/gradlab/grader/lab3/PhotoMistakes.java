package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PhotoOracle;
import io.gradlab.grader.oracle.PhotoOracle.Place;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What goes wrong when photographs become tensors of another size. */
final class PhotoMistakes {

    private PhotoMistakes() {}

    static List<Mistake> all() {
        return List.of(
                pixels("pixels: blue first", (rgb, at, c) -> (rgb[at + 2 - c] & 0xFF) / 255f, "red and blue were"),
                pixels("pixels: signed", (rgb, at, c) -> rgb[at + c] / 255f, "Java's signed bytes"),
                pixels("pixels: not scaled", (rgb, at, c) -> rgb[at + c] & 0xFF, "it was not divided by 255"),
                resize(
                        "resize: aligned corners",
                        (i, inputs, outputs) -> outputs == 1 ? 0 : i * (inputs - 1.0) / (outputs - 1.0),
                        "the corner pixels were aligned"),
                resize(
                        "resize: no half pixels",
                        (i, inputs, outputs) -> (double) i * inputs / outputs,
                        "the half pixels were forgotten"),
                resize(
                        "resize: nearest",
                        (i, inputs, outputs) -> Math.floor((i + 0.5) * inputs / outputs),
                        "the nearest pixel was taken"),
                crop("crop: down", Math::floor, "half a pixel was rounded down"),
                crop("crop: up", Math::ceil, "half a pixel was rounded up"),
                crop("crop: off by one", x -> Math.rint(x) + 1, "one row and one column too far"),
                crop("crop: corner", _ -> 0, "the upper left corner was cut out"));
    }

    private interface Value {
        float of(byte[] rgb, int at, int channel);
    }

    private static Mistake pixels(String name, Value value, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor pixels(byte[] rgb, int height, int width) {
                Tensor image = Tensor.zeros(1, 3, height, width);
                int area = height * width;
                for (int i = 0; i < image.size(); i++) {
                    image.data()[i] = value.of(rgb, i % area * 3, i / area);
                }
                return image;
            }
        };
        return new Mistake(name, PixelsChecks.class, lab, says);
    }

    private static Mistake resize(String name, Place place, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor resize(Tensor images, int height, int width) {
                return Mistake.tensor(PhotoOracle.resize(DoubleTensor.of(images), height, width, place));
            }
        };
        return new Mistake(name, ResizeChecks.class, lab, says);
    }

    private static Mistake crop(String name, DoubleUnaryOperator rounding, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor centreCrop(Tensor images, int height, int width) {
                super.centreCrop(images, height, width); // refuses what is too small
                int top = (int) rounding.applyAsDouble((images.dim(2) - height) / 2.0);
                int left = (int) rounding.applyAsDouble((images.dim(3) - width) / 2.0);
                return Mistake.tensor(PhotoOracle.crop(DoubleTensor.of(images), height, width, top, left));
            }
        };
        return new Mistake(name, ResizeChecks.class, lab, says);
    }
}
