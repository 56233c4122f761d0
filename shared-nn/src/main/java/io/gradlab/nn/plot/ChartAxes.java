package io.gradlab.nn.plot;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's axes and grid in the theme's look, with ranges that suit few, many, equal or whole values. */
final class ChartAxes {
    private static final int X_TICK_DISTANCE = 74;
    private static final int Y_TICK_DISTANCE = 52;

    private ChartAxes() {}

    /** Returns a chart of the given size that draws no line yet; at least one of the points must be finite. */
    static XYChart of(LineChart chart, int width, int height) {
        XYChart axes = new XYChart(width, height);
        axes.setXAxisTitle(chart.xLabel());
        axes.setYAxisTitle(chart.yLabel());
        XYStyler styler = axes.getStyler();
        style(styler);
        List<Series.Point> points =
                chart.series().stream().flatMap(line -> line.drawn().stream()).toList();
        setRanges(styler, points);
        double[] x = points.stream().mapToDouble(Series.Point::x).sorted().toArray();
        double[] y = points.stream().mapToDouble(Series.Point::y).toArray();
        axes.addSeries("range", x, y).setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
        return axes;
    }

    private static void style(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setDecimalPattern("0.########");
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setChartBackgroundColor(Theme.PAPER);
        styler.setPlotBackgroundColor(Theme.PAPER);
        styler.setChartPadding(Theme.MARGIN);
        styler.setPlotBorderVisible(false);
        styler.setPlotContentSize(1);
        styler.setPlotMargin(0);
        styler.setPlotGridLinesColor(Theme.GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTitleFont(Theme.LABEL);
        styler.setAxisTickLabelsFont(Theme.TEXT);
        styler.setAxisTickLabelsColor(Theme.INK);
        styler.setAxisTickMarksColor(Theme.FAINT_INK);
        styler.setAxisTitlePadding(10);
        styler.setXAxisTitleColor(Theme.INK);
        styler.setYAxisTitleColor(Theme.INK);
        styler.setYAxisLabelAlignment(TextAlignment.Right);
        styler.setXAxisTickMarkSpacingHint(X_TICK_DISTANCE);
        styler.setYAxisTickMarkSpacingHint(Y_TICK_DISTANCE);
    }

    /** Sets the axes' ranges, so that one point or a constant line has room around it too. */
    private static void setRanges(XYStyler styler, List<Series.Point> points) {
        double left = min(points, Series.Point::x);
        double right = max(points, Series.Point::x);
        double xMargin = left == right ? 1 : 0.03 * (right - left);
        styler.setXAxisMin(left - xMargin);
        styler.setXAxisMax(right + xMargin);
        if (points.stream().allMatch(point -> point.x() == Math.rint(point.x()))) {
            styler.setXAxisDecimalPattern("0"); // XChart then widens its steps until no two labels are equal
        }
        double low = min(points, Series.Point::y);
        double high = max(points, Series.Point::y);
        double yMargin = low == high ? Math.max(0.1 * Math.abs(high), 0.01) : 0.06 * (high - low);
        styler.setYAxisMin(low >= 0 ? Math.max(0, low - yMargin) : low - yMargin);
        styler.setYAxisMax(high + yMargin);
        if (Math.max(Math.abs(low), Math.abs(high)) >= 1e6) {
            styler.setYAxisDecimalPattern("0.##E0");
        }
    }

    private static double min(List<Series.Point> points, ToDoubleFunction<Series.Point> value) {
        return points.stream().mapToDouble(value).min().orElseThrow();
    }

    private static double max(List<Series.Point> points, ToDoubleFunction<Series.Point> value) {
        return points.stream().mapToDouble(value).max().orElseThrow();
    }
}
