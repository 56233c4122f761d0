package io.gradlab.lab1.experiment.report;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.plot.Series;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What scikit-learn's network did in one recorded training.
 *
 * @param points in the order of their epochs; if the training exploded, the last one's loss is NaN
 */
record PeerCurve(ActivationKind activation, double rate, List<Point> points) {

    /** An epoch's mean training loss; NaN if the weights stopped being finite in it. */
    record Point(int epoch, double trainLoss, OptionalDouble testAccuracy) {}

    /** Returns the test accuracy after an epoch, in [0, 1], if it was taken there. */
    OptionalDouble testAccuracy(int epoch) {
        return points.stream()
                .filter(point -> point.epoch() == epoch)
                .map(Point::testAccuracy)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** Returns the epoch in which the training exploded, if it did. */
    OptionalInt explosion() {
        return points.stream()
                .filter(point -> Double.isNaN(point.trainLoss()))
                .mapToInt(Point::epoch)
                .findFirst();
    }

    /** Returns the training loss by epoch. */
    List<Series.Point> losses() {
        return points.stream()
                .map(point -> new Series.Point(point.epoch(), point.trainLoss()))
                .toList();
    }
}
