package io.gradlab.course.experiment.sweep;

import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.plot.LogChart;
import io.gradlab.nn.plot.Picture;
import io.gradlab.nn.plot.Series;
import io.gradlab.nn.plot.ValueGrid;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A sweep's picture: a line over one axis (bars if it has no numbers), else a heat map of the first two. */
final class SweepPicture {
    private static final String QUANTITY = "validation accuracy (%)";
    private static final double WIDE = 8; // ratio from which a logarithmic axis shows more

    private SweepPicture() {}

    static Picture of(String title, Grid grid, List<Outcome> outcomes) {
        List<Means> means = Means.of(grid, outcomes);
        List<Axis> axes = grid.spanning();
        if (axes.size() > 1) {
            return map(title, axes, means);
        }
        Axis axis = axes.getFirst();
        boolean numbers = axis.values().stream().allMatch(value -> number(value).isPresent());
        return numbers && !axis.isSeed() ? line(title, axis, means) : bars(title, axis, means);
    }

    private static Picture map(String title, List<Axis> axes, List<Means> means) {
        Axis rows = axes.get(0);
        Axis columns = axes.get(1);
        double[][] values = new double[rows.values().size()][columns.values().size()];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                values[row][column] = 100 * best(means, rows, row, columns, column);
            }
        }
        String more = axes.size() > 2 ? ", the best of the other options" : "";
        return new ValueGrid(
                title + more,
                rows.name(),
                rows.values(),
                columns.name(),
                columns.values(),
                QUANTITY,
                values,
                "diverged");
    }

    /** Returns the best mean of a cell; NaN if all of it diverged. */
    private static double best(List<Means> means, Axis rows, int row, Axis columns, int column) {
        return means.stream()
                .filter(mean -> mean.point().value(rows).equals(rows.values().get(row))
                        && mean.point().value(columns).equals(columns.values().get(column))
                        && mean.rank() >= 0)
                .mapToDouble(Means::validation)
                .max()
                .orElse(Double.NaN);
    }

    private static Picture line(String title, Axis axis, List<Means> means) {
        List<Means> sorted = means.stream()
                .filter(mean -> mean.rank() >= 0)
                .sorted(Comparator.comparingDouble(mean -> x(mean, axis)))
                .toList();
        double[] x = sorted.stream().mapToDouble(mean -> x(mean, axis)).toArray();
        List<Series> lines = List.of(
                Series.of("validation", 0, x, percent(sorted, Means::validation)),
                Series.of("test", 1, x, percent(sorted, Means::test)));
        boolean wide = x.length > 1 && x[0] > 0 && x[x.length - 1] / x[0] >= WIDE;
        return wide
                ? new LogChart(title, axis.name(), "accuracy (%)", lines, LogChart.Axes.X)
                : new LineChart(title, axis.name(), "accuracy (%)", lines);
    }

    private static Picture bars(String title, Axis axis, List<Means> means) {
        return BarChart.percent(
                title,
                axis.name(),
                "validation accuracy",
                means.stream().map(mean -> mean.point().value(axis)).toList(),
                means.stream()
                        .mapToDouble(mean -> mean.rank() < 0 ? Double.NaN : mean.validation())
                        .toArray());
    }

    private static double[] percent(List<Means> means, ToDoubleFunction<Means> figure) {
        return means.stream().mapToDouble(figure).map(value -> 100 * value).toArray();
    }

    private static double x(Means mean, Axis axis) {
        return number(mean.point().value(axis)).orElseThrow();
    }

    /** Returns the number that a value is, also as a fraction; empty for words. */
    private static OptionalDouble number(String value) {
        try {
            int slash = value.indexOf('/');
            return OptionalDouble.of(
                    slash < 0
                            ? Double.parseDouble(value)
                            : Double.parseDouble(value.substring(0, slash))
                                    / Double.parseDouble(value.substring(slash + 1)));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
