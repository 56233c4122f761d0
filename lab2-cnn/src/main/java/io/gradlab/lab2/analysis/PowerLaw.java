package io.gradlab.lab2.analysis;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * {@code y = factor · x^slope}, by least squares on the logarithms.
 *
 * @param halfWidth of the slope's 95 % interval by Student's t, the residuals being independent and normal; NaN for two points
 */
record PowerLaw(double factor, double slope, double halfWidth) {
    private static final double SIGNIFICANCE = 0.05;

    /** A measured value; both above 0. */
    record Point(double x, double y) {}

    /**
     * Fits points of at least two different x.
     *
     * @throws IllegalArgumentException if a number is not above 0, or all x are equal
     */
    static PowerLaw fit(List<Point> points) {
        if (points.stream().map(Point::x).distinct().count() < 2) {
            throw new IllegalArgumentException("A power law needs points at two different x at least");
        }
        SimpleRegression regression = new SimpleRegression();
        for (Point point : points) {
            if (!(point.x() > 0) || !(point.y() > 0)) {
                throw new IllegalArgumentException("A power law takes numbers above 0, but got " + point);
            }
            regression.addData(StrictMath.log(point.x()), StrictMath.log(point.y()));
        }
        double halfWidth = points.size() < 3 ? Double.NaN : regression.getSlopeConfidenceInterval(SIGNIFICANCE);
        return new PowerLaw(StrictMath.exp(regression.getIntercept()), regression.getSlope(), halfWidth);
    }

    /** Returns the slope of the line from the mean at the smallest x to the mean at the largest. */
    static double betweenEnds(List<Point> points) {
        double first = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double last = points.stream().mapToDouble(Point::x).max().orElseThrow();
        return StrictMath.log(mean(points, last) / mean(points, first)) / StrictMath.log(last / first);
    }

    private static double mean(List<Point> points, double x) {
        return points.stream()
                .filter(point -> point.x() == x)
                .mapToDouble(Point::y)
                .average()
                .orElseThrow();
    }

    double at(double x) {
        return factor * StrictMath.pow(x, slope);
    }

    /** Returns by what ten times the x multiplies y. */
    double tenfold() {
        return StrictMath.pow(10, slope);
    }
}
