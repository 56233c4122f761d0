package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Points in the plane, coloured by group; each group's name also stands at the group's middle, and where there are not too
 * many points, each has its group's marker.
 *
 * @param title one line
 * @param xLabel what x is, its unit in brackets at the end
 * @param yLabel what y is, its unit in brackets at the end
 * @param groups names, ten at most have colours of their own
 * @param points all finite
 */
public record ScatterPlot(String title, String xLabel, String yLabel, List<String> groups, List<Point> points)
        implements Picture {
    private static final int BOTTOM = 704;
    private static final int AXIS = 54; // numbers and label below
    private static final int NAME = 22; // height of a group's name
    private static final int FEW = 1000; // points that get markers
    private static final int MARKER = 7;
    private static final double DOT = 3.2;

    /** A point of group number {@code group}. */
    public record Point(double x, double y, int group) {}

    /** Keeps its own copies of the lists. */
    public ScatterPlot {
        groups = List.copyOf(groups);
        points = List.copyOf(points);
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row("point", xLabel, yLabel, "group");
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            csv.row(Integer.toString(i), Csv.number(point.x()), Csv.number(point.y()), groups.get(point.group()));
        }
        return csv.toString();
    }

    @Override
    public String altText() {
        return "Scatter plot: " + title + "; " + points.size() + " points in the groups " + String.join(", ", groups)
                + ".";
    }

    @Override
    public BufferedImage draw() {
        boolean marked = points.size() <= FEW;
        SwatchLegend legend = new SwatchLegend(groups, marked);
        Canvas canvas = new Canvas(Theme.WIDTH, BOTTOM + AXIS + legend.height() + Theme.MARGIN);
        int top = canvas.title(title);
        PlotArea area = new PlotArea(
                canvas,
                74,
                top + 8,
                Theme.WIDTH - Theme.MARGIN - 8,
                BOTTOM,
                new PlotArea.Axis(around(points.stream().mapToDouble(Point::x).toArray()), xLabel, 8),
                new PlotArea.Axis(around(points.stream().mapToDouble(Point::y).toArray()), yLabel, 8));
        area.draw(Theme.MARGIN + 12);
        for (Point point : points) {
            drawPoint(canvas.graphics(), area.x(point.x()), area.y(point.y()), point.group(), marked);
        }
        List<Rectangle> taken = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            drawName(canvas, area, group, taken);
        }
        legend.draw(canvas, BOTTOM + AXIS);
        return canvas.image();
    }

    private static void drawPoint(Graphics2D graphics, double x, double y, int group, boolean marked) {
        Color colour = Theme.colour(group);
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150));
        if (marked) {
            Theme.marker(group).paint(graphics, x, y, MARKER);
        } else {
            graphics.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
        }
    }

    /** Writes a group's name at the median of its points, on a light ground; below the names that are there already. */
    private void drawName(Canvas canvas, PlotArea area, int group, List<Rectangle> taken) {
        double[] x = sorted(group, true);
        double[] y = sorted(group, false);
        if (x.length == 0) {
            return;
        }
        int atX = (int) Math.round(area.x(x[x.length / 2]));
        int atY = (int) Math.round(area.y(y[y.length / 2]));
        int width = canvas.width(groups.get(group), Theme.LABEL) + 10;
        Rectangle ground = new Rectangle(atX - width / 2, atY - NAME / 2, width, NAME);
        while (taken.stream().anyMatch(ground::intersects)) {
            ground.translate(0, 1);
        }
        taken.add(ground);
        canvas.graphics().setColor(new Color(255, 255, 255, 190));
        canvas.graphics().fillRoundRect(ground.x, ground.y, ground.width, ground.height, 8, 8);
        canvas.centred(groups.get(group), atX, ground.y + NAME - 6, width, Theme.LABEL, Theme.INK);
    }

    private double[] sorted(int group, boolean x) {
        return points.stream()
                .filter(point -> point.group() == group)
                .mapToDouble(point -> x ? point.x() : point.y())
                .sorted()
                .toArray();
    }

    private static PlotScale around(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double margin = low < high ? 0.04 * (high - low) : 1;
        return low <= high ? PlotScale.linear(low - margin, high + margin) : PlotScale.linear(-1, 1);
    }
}
