package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Line charts in a grid of two columns, all on the same axes, so that they can be compared.
 *
 * @param title one line
 * @param xLabel what x is, its unit in brackets at the end
 * @param yLabel what y is, its unit in brackets at the end
 * @param panels row by row; the first one's lines make the legend
 */
public record LinePanels(String title, String xLabel, String yLabel, List<Panel> panels) implements Picture {
    private static final int COLUMNS = 2;
    private static final int PANEL_HEIGHT = 270;
    private static final int LEGEND_ROW = 26;

    /** A chart with its heading. */
    public record Panel(String name, List<Series> series) {
        /** Keeps its own copy of the list. */
        public Panel {
            series = List.copyOf(series);
        }
    }

    /** Keeps its own copy of the list; there is at least one panel. */
    public LinePanels {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("\"" + title + "\" needs at least one panel");
        }
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row("panel", "line", xLabel, yLabel);
        for (Panel panel : panels) {
            for (Series line : panel.series()) {
                line.points()
                        .forEach(point ->
                                csv.row(panel.name(), line.name(), Csv.number(point.x()), Csv.number(point.y())));
            }
        }
        return csv.toString();
    }

    @Override
    public String altText() {
        return "Line charts: " + title + ", " + yLabel + " by " + xLabel + "; "
                + panels.stream()
                        .map(panel -> panel.name() + ": "
                                + panel.series().stream()
                                        .map(line -> LineChart.inWords(line, yLabel))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    @Override
    public BufferedImage draw() {
        LineLegend legend =
                new LineLegend(panels.getFirst().series(), line -> line.drawn().size() == 1);
        int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
        Canvas canvas = new Canvas(Theme.WIDTH, 48 + rows * PANEL_HEIGHT + legend.rows() * LEGEND_ROW + Theme.MARGIN);
        int top = canvas.title(title);
        int width = (Theme.WIDTH - 2 * Theme.MARGIN) / COLUMNS;
        PlotScale x = scale(Series.Point::x);
        boolean whole = points().allMatch(point -> point.x() == Math.rint(point.x()));
        PlotScale y = scale(Series.Point::y);
        for (int i = 0; i < panels.size(); i++) {
            int left = Theme.MARGIN + i % COLUMNS * width + 66;
            int right = Theme.MARGIN + (i % COLUMNS + 1) * width - 14;
            int from = top + i / COLUMNS * PANEL_HEIGHT;
            PlotArea area = new PlotArea(
                    canvas,
                    left,
                    from + 26,
                    right,
                    from + PANEL_HEIGHT - 58,
                    new PlotArea.Axis(x, xLabel, 5, whole),
                    new PlotArea.Axis(y, yLabel, 5));
            canvas.centred(panels.get(i).name(), (left + right) / 2, from + 17, right - left, Theme.LABEL, Theme.INK);
            area.draw(left - 50);
            panels.get(i).series().forEach(line -> drawLine(canvas.graphics(), area, line));
        }
        legend.draw(canvas, top + rows * PANEL_HEIGHT, LEGEND_ROW);
        return canvas.image();
    }

    private static void drawLine(Graphics2D graphics, PlotArea area, Series line) {
        Color colour = Theme.colour(line.colour());
        Path2D path = new Path2D.Double();
        graphics.setColor(colour);
        for (Series.Point point : line.drawn()) {
            double x = area.x(point.x());
            double y = area.y(point.y());
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            if (line.drawn().size() == 1) {
                Theme.marker(line.colour()).paint(graphics, x, y, 9);
            }
        }
        graphics.setColor(colour);
        graphics.setStroke(Theme.line(line.dashed()));
        graphics.draw(path);
    }

    private PlotScale scale(ToDoubleFunction<Series.Point> value) {
        double[] values = points().mapToDouble(value).sorted().toArray();
        if (values.length == 0) {
            return PlotScale.linear(0, 1);
        }
        double low = values[0];
        double high = values[values.length - 1];
        double margin = low < high ? 0.05 * (high - low) : 1;
        return PlotScale.linear(low - margin, high + margin);
    }

    private Stream<Series.Point> points() {
        return panels.stream().flatMap(panel -> panel.series().stream()).flatMap(line -> line.drawn().stream());
    }
}
