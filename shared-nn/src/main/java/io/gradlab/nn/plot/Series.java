package io.gradlab.nn.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A named line of a chart.
 *
 * @param name as in the legend and in the CSV's header
 * @param points with increasing x; a y that is not finite is left out of the picture
 * @param colour index of the theme's colour and marker
 * @param dashed whether the line is dashed
 * @param legend what the legend calls it; empty for a line that it leaves out
 */
public record Series(String name, List<Point> points, int colour, boolean dashed, String legend) {

    /** A value {@code y} at {@code x}. */
    public record Point(double x, double y) {
        boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    /** Keeps its own copy of the points. */
    public Series {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).x() > points.get(i - 1).x())) {
                throw new IllegalArgumentException("Series " + name + ": x must increase, but "
                        + points.get(i).x() + " follows " + points.get(i - 1).x());
            }
        }
    }

    /** Returns a solid line, named in the legend. */
    public static Series of(String name, int colour, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Series " + name + " has " + x.length + " x, but " + y.length + " y values");
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        return new Series(name, points, colour, false, name);
    }

    /** Returns the points that can be drawn. */
    List<Point> drawn() {
        return points.stream().filter(Point::isFinite).toList();
    }
}
