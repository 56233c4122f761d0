package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PhotoOracle;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Task 3.2. */
@Task(id = "3.2", title = "preparation", points = 7)
public class PreparationChecks {
    private static final Tensor MEAN = Tensor.vector(0.485f, 0.456f, 0.406f);
    private static final Tensor DEVIATION = Tensor.vector(0.229f, 0.224f, 0.225f);
    private static final Tensor CAFFE_MEAN = Tensor.vector(103.939f, 116.779f, 123.68f);

    @Check(value = "gray to three channels", points = 1.5, rank = 1)
    void grayToThreeChannels(Bench bench) {
        Tensor gray = bytes(bench, "gray", 3, 1, 2, 4);
        DoubleTensor x = DoubleTensor.of(gray);
        Shape shape = Shape.of(3, 3, 2, 4);
        bench.compare(
                "image in three channels",
                Calls.tensor(bench, "toRgb", Value.of(gray)),
                PhotoOracle.make(shape, (n, _, row, column) -> PhotoOracle.at(x, n, 0, row, column)),
                List.of(
                        new Misconception(
                                "only red was filled, so that the image is red instead of gray",
                                PhotoOracle.make(
                                        shape,
                                        (n, c, row, column) -> c == 0 ? PhotoOracle.at(x, n, 0, row, column) : 0)),
                        new Misconception(
                                "the brightness was shared among the channels; each has all of it",
                                PhotoOracle.make(
                                        shape, (n, _, row, column) -> PhotoOracle.at(x, n, 0, row, column) / 3)),
                        new Misconception(
                                "the images stand one after the other, three times over; each image's three channels"
                                        + " stand together",
                                PhotoOracle.make(
                                        shape,
                                        (n, c, row, column) ->
                                                PhotoOracle.at(x, (3 * n + c) % x.dim(0), 0, row, column)))));
    }

    @Check(value = "for torchvision's weights", points = 3, rank = 2)
    void forTorchvision(Bench bench) {
        Tensor images = bytes(bench, "torchvision", 2, 3, 3, 4);
        torchvision(bench, images, MEAN, DEVIATION);
        torchvision(bench, images, Tensor.vector(0.1f, 0.7f, 0.4f), Tensor.vector(0.5f, 0.2f, 0.3f));
    }

    @Check(value = "for Caffe's weights", points = 2.25, rank = 3)
    void forCaffe(Bench bench) {
        Tensor images = bytes(bench, "caffe", 2, 3, 4, 3);
        DoubleTensor x = DoubleTensor.of(images);
        DoubleTensor m = DoubleTensor.of(CAFFE_MEAN);
        bench.compare(
                "prepared image",
                Calls.tensor(bench, "prepareCaffe", Value.of(images), Value.of(CAFFE_MEAN)),
                caffe(x, m, true, true, 1),
                List.of(
                        new Misconception(
                                "red and blue were not exchanged; Caffe's weights want blue first",
                                caffe(x, m, false, true, 1)),
                        new Misconception(
                                "red's mean was taken from blue and blue's from red; the mean is given blue first",
                                caffe(x, m, true, false, 1)),
                        new Misconception(
                                "it was scaled to [0, 1]; Caffe's weights want [0, 255]",
                                caffe(x, m, true, true, 255))));
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 4)
    void onlyReadsItsArguments(Bench bench) {
        Tensor images = bytes(bench, "read only", 1, 3, 2, 2);
        Calls.onlyReads(bench, "images", images, "prepare", Value.of(MEAN), Value.of(DEVIATION));
        Calls.onlyReads(bench, "images", images, "prepareCaffe", Value.of(CAFFE_MEAN));
    }

    private static void torchvision(Bench bench, Tensor images, Tensor mean, Tensor deviation) {
        DoubleTensor x = DoubleTensor.of(images);
        double[] m = DoubleTensor.of(mean).data();
        double[] d = DoubleTensor.of(deviation).data();
        bench.compare(
                "prepared image",
                Calls.tensor(bench, "prepare", Value.of(images), Value.of(mean), Value.of(deviation)),
                perChannel(x, (v, c) -> (v / 255 - m[c]) / d[c]),
                List.of(
                        new Misconception(
                                "it was normalized before it was scaled to [0, 1]",
                                perChannel(x, (v, c) -> (v - m[c]) / d[c] / 255)),
                        new Misconception(
                                "it was not scaled to [0, 1], which mean and deviation are made for",
                                perChannel(x, (v, c) -> (v - m[c]) / d[c])),
                        new Misconception(
                                "mean and deviation were exchanged", perChannel(x, (v, c) -> (v / 255 - d[c]) / m[c])),
                        new Misconception(
                                "it was multiplied by the deviation instead of divided",
                                perChannel(x, (v, c) -> (v / 255 - m[c]) * d[c])),
                        new Misconception(
                                "the channels' means and deviations were taken in the opposite order",
                                perChannel(x, (v, c) -> (v / 255 - m[2 - c]) / d[2 - c]))));
    }

    private interface OfChannel {
        double of(double value, int channel);
    }

    private static DoubleTensor perChannel(DoubleTensor x, OfChannel f) {
        return PhotoOracle.make(x.shape(), (n, c, row, column) -> f.of(PhotoOracle.at(x, n, c, row, column), c));
    }

    private static DoubleTensor caffe(DoubleTensor x, DoubleTensor m, boolean bgr, boolean meanBgr, double scale) {
        return PhotoOracle.make(
                x.shape(),
                (n, c, row, column) ->
                        PhotoOracle.at(x, n, bgr ? 2 - c : c, row, column) / scale - m.data()[meanBgr ? c : 2 - c]);
    }

    private static Tensor bytes(Bench bench, String purpose, int... shape) {
        RandomStream random = bench.seed().stream(purpose);
        Tensor bytes = Tensor.zeros(shape);
        for (int i = 0; i < bytes.size(); i++) {
            bytes.data()[i] = random.below(i, 256);
        }
        return bytes;
    }
}
