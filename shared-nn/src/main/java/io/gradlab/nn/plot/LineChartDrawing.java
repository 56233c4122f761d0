package io.gradlab.nn.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * Draws a {@link LineChart}: XChart the axes, the grid and the scales; title, lines and legend by hand, because XChart
 * starts a dash pattern anew at each point and clips what is too long.
 */
final class LineChartDrawing {
    private static final int TITLE_HEIGHT = 44;
    private static final int CHART_HEIGHT = 420;
    private static final int LEGEND_ROW = 26;
    private static final int MARKERS_PER_LINE = 12;
    private static final int MARKER = 9;

    private final LineChart chart;
    private final Canvas canvas;
    private final LineLegend legend;

    private LineChartDrawing(LineChart chart) {
        this.chart = chart;
        legend = new LineLegend(chart.series());
        canvas = new Canvas(Theme.WIDTH, TITLE_HEIGHT + CHART_HEIGHT + legend.rows() * LEGEND_ROW + Theme.MARGIN);
    }

    static BufferedImage draw(LineChart chart) {
        LineChartDrawing drawing = new LineChartDrawing(chart);
        drawing.canvas.title(chart.title());
        if (chart.series().stream().allMatch(line -> line.drawn().isEmpty())) {
            drawing.canvas.centred(
                    "no values", Theme.WIDTH / 2, CHART_HEIGHT / 2, Theme.WIDTH, Theme.LABEL, Theme.FAINT_INK);
        } else {
            drawing.drawChart();
            drawing.legend.draw(drawing.canvas, TITLE_HEIGHT + CHART_HEIGHT, LEGEND_ROW);
        }
        return drawing.canvas.image();
    }

    private void drawChart() {
        XYChart axes = ChartAxes.of(chart, Theme.WIDTH, CHART_HEIGHT);
        Graphics2D graphics = (Graphics2D) canvas.graphics().create();
        graphics.translate(0, TITLE_HEIGHT);
        axes.paint(graphics, Theme.WIDTH, CHART_HEIGHT);
        for (int i = 0; i < chart.series().size(); i++) {
            drawLine(graphics, axes, chart.series().get(i), i);
        }
        graphics.dispose();
    }

    /** Draws a line; one of many points gets markers at a few of them only, at other places than its neighbours'. */
    private static void drawLine(Graphics2D graphics, XYChart axes, Series line, int index) {
        List<Series.Point> points = line.drawn();
        if (points.isEmpty()) {
            return;
        }
        Color colour = Theme.colour(line.colour());
        Path2D path = new Path2D.Double();
        int every = (points.size() + MARKERS_PER_LINE - 1) / MARKERS_PER_LINE;
        int first = index * 3 % every;
        for (int i = 0; i < points.size(); i++) {
            double x = axes.getScreenXFromChart(points.get(i).x());
            double y = axes.getScreenYFromChart(points.get(i).y());
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            if (i % every == first) {
                graphics.setColor(colour);
                Theme.marker(line.colour()).paint(graphics, x, y, MARKER);
            }
        }
        graphics.setColor(colour);
        graphics.setStroke(Theme.line(line.dashed()));
        graphics.draw(path);
    }
}
