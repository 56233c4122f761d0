package io.gradlab.nn.plot;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a {@link LineChart} with XChart. */
final class LineChartDrawing {
    private static final int MARKERS_PER_LINE = 12;
    private static final int LINES_IN_BOTTOM_LEGEND = 4;
    private static final int LEGEND_NAME_WIDTH = 150;
    private static final int PLOT_WIDTH = 680; // about; the rest is for labels
    private static final int TICK_DISTANCE = 75;

    private LineChartDrawing() {}

    static BufferedImage draw(LineChart chart) {
        Canvas canvas = new Canvas(Theme.WIDTH, Theme.HEIGHT);
        if (chart.series().stream().allMatch(line -> line.drawn().isEmpty())) {
            canvas.title(chart.title());
            canvas.centred("no values", Theme.WIDTH / 2, Theme.HEIGHT / 2, Theme.WIDTH, Theme.LABEL, Theme.FAINT_INK);
            return canvas.image();
        }
        XYChart drawing = new XYChart(Theme.WIDTH, Theme.HEIGHT);
        drawing.setTitle(chart.title());
        drawing.setXAxisTitle(chart.xLabel());
        drawing.setYAxisTitle(chart.yLabel());
        style(drawing.getStyler(), chart);
        drawing.getStyler().setChartTitleFont(
                canvas.fit(chart.title(), Theme.TITLE, Theme.WIDTH - 4 * Theme.MARGIN));
        setRanges(drawing, chart);
        for (int i = 0; i < chart.series().size(); i++) {
            if (!chart.series().get(i).drawn().isEmpty()) {
                add(drawing, chart.series().get(i), i, canvas);
            }
        }
        drawing.paint(canvas.graphics(), Theme.WIDTH, Theme.HEIGHT);
        return canvas.image();
    }

    private static void style(XYStyler styler, LineChart chart) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Theme.PAPER);
        styler.setPlotBackgroundColor(Theme.PAPER);
        styler.setChartFontColor(Theme.INK);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(8);
        styler.setChartPadding(Theme.MARGIN);
        styler.setPlotBorderVisible(false);
        styler.setPlotContentSize(1);
        styler.setPlotGridLinesColor(Theme.GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTitleFont(Theme.LABEL);
        styler.setAxisTickLabelsFont(Theme.TEXT);
        styler.setAxisTickLabelsColor(Theme.INK);
        styler.setAxisTickMarksColor(Theme.FAINT_INK);
        styler.setAxisTitlePadding(10);
        styler.setXAxisTitleColor(Theme.INK);
        styler.setYAxisTitleColor(Theme.INK);
        styler.setMarkerSize(9);
        styler.setLegendFont(Theme.TEXT);
        styler.setLegendBorderColor(Theme.PAPER);
        styler.setLegendBackgroundColor(Theme.PAPER);
        styler.setLegendSeriesLineLength(34);
        long named = chart.series().stream().filter(Series::inLegend).count();
        boolean below = named <= LINES_IN_BOTTOM_LEGEND;
        styler.setLegendPosition(below ? LegendPosition.OutsideS : LegendPosition.OutsideE);
        styler.setLegendLayout(below ? LegendLayout.Horizontal : LegendLayout.Vertical);
    }

    /** Sets the axes' ranges, so that one point or a constant line has room around it too, and whole-numbered ticks. */
    private static void setRanges(XYChart drawing, LineChart chart) {
        double[] x = drawn(chart).mapToDouble(Series.Point::x).toArray();
        double[] y = drawn(chart).mapToDouble(Series.Point::y).toArray();
        boolean whole = DoubleStream.of(x).allMatch(value -> value == Math.rint(value));
        double xRange = max(x) - min(x);
        double xMargin = xRange == 0 ? 1 : 0.02 * xRange;
        XYStyler styler = drawing.getStyler();
        styler.setXAxisMin(min(x) - xMargin);
        styler.setXAxisMax(max(x) + xMargin);
        double yRange = max(y) - min(y);
        double yMargin = yRange == 0 ? Math.max(0.1 * Math.abs(max(y)), 0.01) : 0.06 * yRange;
        styler.setYAxisMin(min(y) >= 0 ? Math.max(0, min(y) - yMargin) : min(y) - yMargin);
        styler.setYAxisMax(max(y) + yMargin);
        if (whole) {
            double perUnit = PLOT_WIDTH / (xRange + 2 * xMargin);
            styler.setXAxisTickMarkSpacingHint((int) Math.max(TICK_DISTANCE, 0.8 * perUnit));
            drawing.setCustomXAxisTickLabelsFormatter(
                    value -> Math.abs(value - Math.rint(value)) < 1e-6 ? Long.toString(Math.round(value)) : " ");
        }
    }

    private static Stream<Series.Point> drawn(LineChart chart) {
        return chart.series().stream().flatMap(line -> line.drawn().stream());
    }

    /** Adds a line; one of many points gets markers at a few of them only, at other places than its neighbours'. */
    private static void add(XYChart drawing, Series line, int index, Canvas canvas) {
        List<Series.Point> points = line.drawn();
        double[] x = points.stream().mapToDouble(Series.Point::x).toArray();
        double[] y = points.stream().mapToDouble(Series.Point::y).toArray();
        double[] marked = y;
        if (points.size() > MARKERS_PER_LINE) {
            XYSeries plain = drawing.addSeries("line " + index, x, y);
            style(plain, line).setMarker(SeriesMarkers.NONE);
            plain.setShowInLegend(false);
            int every = (points.size() + MARKERS_PER_LINE - 1) / MARKERS_PER_LINE;
            int first = index * 3 % every;
            marked = new double[y.length];
            Arrays.setAll(marked, i -> i % every == first ? y[i] : Double.NaN);
        }
        XYSeries named = drawing.addSeries("markers " + index, x, marked);
        style(named, line).setMarker(Theme.marker(line.colour()));
        named.setMarkerColor(Theme.colour(line.colour()));
        named.setShowInLegend(line.inLegend());
        named.setLabel(canvas.shorten(line.name(), Theme.TEXT, LEGEND_NAME_WIDTH));
    }

    private static XYSeries style(XYSeries series, Series line) {
        series.setLineColor(Theme.colour(line.colour()));
        series.setLineStyle(Theme.line(line.dashed()));
        return series;
    }

    private static double min(double[] values) {
        return DoubleStream.of(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().orElseThrow();
    }
}
