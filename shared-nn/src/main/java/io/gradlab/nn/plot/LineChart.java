package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values over x as lines.
 *
 * @param title one line
 * @param xLabel what x is, its unit in brackets at the end
 * @param yLabel what y is, its unit in brackets at the end, for example {@code accuracy (%)}
 * @param series the lines, in the order of the legend
 */
public record LineChart(String title, String xLabel, String yLabel, List<Series> series) implements Picture {

    /** Keeps its own copy of the list. */
    public LineChart {
        series = List.copyOf(series);
    }

    /** Returns an empty chart. */
    public static LineChart of(String title, String xLabel, String yLabel) {
        return new LineChart(title, xLabel, yLabel, List.of());
    }

    /** Returns this chart with one more line, solid and in the next colour; NaN in {@code y} is left out. */
    public LineChart with(String name, double[] x, double[] y) {
        List<Series> more = new ArrayList<>(series);
        more.add(Series.of(name, series.size(), x, y));
        return new LineChart(title, xLabel, yLabel, more);
    }

    /** Returns a line for each x and a column for each series; a cell is empty where the series has no number. */
    @Override
    public String toCsv() {
        SortedMap<Double, String[]> rows = new TreeMap<>();
        for (int column = 0; column < series.size(); column++) {
            for (Series.Point point : series.get(column).points()) {
                rows.computeIfAbsent(point.x(), x -> emptyCells())[column] = Csv.number(point.y());
            }
        }
        List<String> header = new ArrayList<>(List.of(xLabel));
        series.forEach(line -> header.add(line.name()));
        Csv csv = new Csv().row(header);
        rows.forEach((x, cells) -> {
            List<String> row = new ArrayList<>(List.of(Csv.number(x)));
            row.addAll(List.of(cells));
            csv.row(row);
        });
        return csv.toString();
    }

    private String[] emptyCells() {
        String[] cells = new String[series.size()];
        Arrays.fill(cells, "");
        return cells;
    }

    @Override
    public String altText() {
        String lines = series.stream().map(line -> inWords(line, yLabel)).collect(Collectors.joining(", "));
        return "Line chart: " + title + ", " + yLabel + " by " + xLabel + "; " + (lines.isEmpty() ? "no values" : lines)
                + ".";
    }

    /** Returns where a line ends; {@code yLabel} has the unit. */
    static String inWords(Series line, String yLabel) {
        List<Series.Point> points = line.drawn();
        return points.isEmpty()
                ? line.name() + " has no values"
                : line.name() + " ends at " + Numbers.text(points.getLast().y(), 3) + Numbers.unit(yLabel);
    }

    @Override
    public BufferedImage draw() {
        return LineChartDrawing.draw(this);
    }
}
