package io.gradlab.lab2.analysis;

import io.gradlab.course.experiment.SampledPoint;
import io.gradlab.nn.plot.Series;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A run's looks at a few random images as lines over the steps: training dashed, test solid. */
final class SampledLines {

    private SampledLines() {}

    static List<Series> loss(List<SampledPoint> samples) {
        return lines(samples, SampledPoint::trainLoss, SampledPoint::testLoss);
    }

    /** Returns the accuracies in percent. */
    static List<Series> accuracy(List<SampledPoint> samples) {
        return lines(samples, point -> 100 * point.trainAccuracy(), point -> 100 * point.testAccuracy());
    }

    private static List<Series> lines(
            List<SampledPoint> samples, ToDoubleFunction<SampledPoint> train, ToDoubleFunction<SampledPoint> test) {
        return List.of(
                new Series("train", points(samples, train), 0, true, "train"),
                new Series("test", points(samples, test), 1, false, "test"));
    }

    private static List<Series.Point> points(List<SampledPoint> samples, ToDoubleFunction<SampledPoint> value) {
        return samples.stream()
                .map(point -> new Series.Point(point.step(), value.applyAsDouble(point)))
                .toList();
    }
}
