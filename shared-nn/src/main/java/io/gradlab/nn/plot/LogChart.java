package io.gradlab.nn.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Values over x on logarithmic axes (or on one): a power law is a straight line. A dashed line has no markers.
 *
 * @param title one line
 * @param xLabel what x is, its unit in brackets at the end
 * @param yLabel what y is, its unit in brackets at the end
 * @param series the lines; only points above 0 on the logarithmic axes are drawn
 * @param axes which of them are logarithmic
 */
public record LogChart(String title, String xLabel, String yLabel, List<Series> series, Axes axes) implements Picture {
    private static final int BOTTOM = 452;
    private static final int LEGEND_ROW = 26;
    private static final int MARKER = 10;

    /** Logarithmic axes. */
    public enum Axes {
        BOTH,
        X
    }

    /** Creates a chart with both axes logarithmic. */
    public LogChart(String title, String xLabel, String yLabel, List<Series> series) {
        this(title, xLabel, yLabel, series, Axes.BOTH);
    }

    /** Keeps its own copy of the list. */
    public LogChart {
        series = List.copyOf(series);
    }

    @Override
    public String toCsv() {
        return new LineChart(title, xLabel, yLabel, series).toCsv();
    }

    @Override
    public String altText() {
        return new LineChart(title, xLabel + (axes == Axes.X ? ", logarithmic" : ", logarithmic axes"), yLabel, series)
                .altText();
    }

    @Override
    public BufferedImage draw() {
        LineLegend legend = new LineLegend(series, line -> !line.dashed());
        Canvas canvas = new Canvas(Theme.WIDTH, BOTTOM + 54 + legend.rows() * LEGEND_ROW + Theme.MARGIN);
        int top = canvas.title(title);
        PlotArea area = new PlotArea(
                canvas,
                92,
                top + 8,
                Theme.WIDTH - Theme.MARGIN - 14,
                BOTTOM,
                new PlotArea.Axis(around(drawn().mapToDouble(Series.Point::x)), xLabel, 6),
                new PlotArea.Axis(yScale(), yLabel, 6));
        area.draw(Theme.MARGIN + 12);
        series.forEach(line -> drawLine(canvas, area, line));
        legend.draw(canvas, BOTTOM + 54, LEGEND_ROW);
        return canvas.image();
    }

    private void drawLine(Canvas canvas, PlotArea area, Series line) {
        Color colour = Theme.colour(line.colour());
        Path2D path = new Path2D.Double();
        canvas.graphics().setColor(colour);
        for (Series.Point point : line.points().stream().filter(this::isDrawn).toList()) {
            double x = area.x(point.x());
            double y = area.y(point.y());
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            if (!line.dashed()) {
                Theme.marker(line.colour()).paint(canvas.graphics(), x, y, MARKER);
            }
        }
        canvas.graphics().setColor(colour);
        canvas.graphics().setStroke(Theme.line(line.dashed()));
        canvas.graphics().draw(path);
    }

    private Stream<Series.Point> drawn() {
        return series.stream().flatMap(line -> line.points().stream()).filter(this::isDrawn);
    }

    private boolean isDrawn(Series.Point point) {
        return point.isFinite() && point.x() > 0 && (axes == Axes.X || point.y() > 0);
    }

    private PlotScale yScale() {
        if (axes == Axes.BOTH) {
            return around(drawn().mapToDouble(Series.Point::y));
        }
        double low = drawn().mapToDouble(Series.Point::y).min().orElse(0);
        double high = drawn().mapToDouble(Series.Point::y).max().orElse(1);
        double room = high > low ? 0.06 * (high - low) : 1;
        return PlotScale.linear(low - room, high + room);
    }

    /** Returns a scale with some room at both ends. */
    private static PlotScale around(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return PlotScale.logarithmic(1, 10);
        }
        double ratio = sorted[sorted.length - 1] / sorted[0];
        double room = ratio > 1 ? StrictMath.pow(ratio, 0.06) : 2;
        return PlotScale.logarithmic(sorted[0] / room, sorted[sorted.length - 1] * room);
    }
}
