package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** What goes wrong when images get ready for weights. */
final class PreparationMistakes {

    private PreparationMistakes() {}

    static List<Mistake> all() {
        return List.of(
                gray("gray: red", (x, n, c, i, area) -> c == 0 ? x[n * area + i] : 0, "only red was filled"),
                gray("gray: shared", (x, n, _, i, area) -> x[n * area + i] / 3, "the brightness was shared"),
                gray(
                        "gray: image after image",
                        (x, n, c, i, area) -> x[(3 * n + c) % (x.length / area) * area + i],
                        "the images stand one after the other"),
                torchvision(
                        "prepare: scaled last", (x, m, d, c) -> (x - m[c]) / d[c] / 255, "it was normalized before"),
                torchvision("prepare: not scaled", (x, m, d, c) -> (x - m[c]) / d[c], "it was not scaled"),
                torchvision(
                        "prepare: exchanged",
                        (x, m, d, c) -> (x / 255 - d[c]) / m[c],
                        "mean and deviation were exchanged"),
                torchvision("prepare: multiplied", (x, m, d, c) -> (x / 255 - m[c]) * d[c], "it was multiplied"),
                torchvision(
                        "prepare: blue first",
                        (x, m, d, c) -> (x / 255 - m[2 - c]) / d[2 - c],
                        "in the opposite order"),
                caffe("caffe: red first", false, true, 1, "red and blue were not exchanged"),
                caffe("caffe: means exchanged", true, false, 1, "red's mean was taken from blue"),
                caffe("caffe: scaled", true, true, 255, "it was scaled to [0, 1]"));
    }

    private interface Gray {
        float of(float[] x, int n, int channel, int pixel, int area);
    }

    private static Mistake gray(String name, Gray gray, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor toRgb(Tensor images) {
                Tensor rgb = super.toRgb(images);
                int area = images.dim(2) * images.dim(3);
                for (int i = 0; i < rgb.size(); i++) {
                    rgb.data()[i] = gray.of(images.data(), i / area / 3, i / area % 3, i % area, area);
                }
                return rgb;
            }
        };
        return new Mistake(name, PreparationChecks.class, lab, says);
    }

    private interface OfPixel {
        float of(float x, float[] mean, float[] deviation, int channel);
    }

    private static Mistake torchvision(String name, OfPixel f, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor prepare(Tensor rgb, Tensor mean, Tensor deviation) {
                Tensor prepared = Tensor.zeros(rgb.shape());
                for (int i = 0; i < rgb.size(); i++) {
                    int c = i / (rgb.dim(2) * rgb.dim(3)) % 3;
                    prepared.data()[i] = f.of(rgb.data()[i], mean.data(), deviation.data(), c);
                }
                return prepared;
            }
        };
        return new Mistake(name, PreparationChecks.class, lab, says);
    }

    private static Mistake caffe(String name, boolean bgr, boolean meanBgr, float scale, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Tensor prepareCaffe(Tensor rgb, Tensor mean) {
                Tensor prepared = Tensor.zeros(rgb.shape());
                int area = rgb.dim(2) * rgb.dim(3);
                for (int i = 0; i < rgb.size(); i++) {
                    int c = i / area % 3;
                    int source = bgr ? i + (2 - 2 * c) * area : i;
                    prepared.data()[i] = rgb.data()[source] / scale - mean.data()[meanBgr ? c : 2 - c];
                }
                return prepared;
            }
        };
        return new Mistake(name, PreparationChecks.class, lab, says);
    }
}
