package io.gradlab.lab2.analysis;

import io.gradlab.course.experiment.PastRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What report B measured with its best network on fractions of MNIST's training images. */
final class ReportSubsets {
    private static final double PERCENT = 100;

    /** A row of its table. */
    private record Row(String fraction, int samples, double loss, double accuracy) {}

    private static final List<Row> ROWS = List.of(
            new Row("1/16", 3_750, 0.060229, 98.15),
            new Row("1/8", 7_500, 0.037765, 98.79),
            new Row("1/4", 15_000, 0.030815, 98.98),
            new Row("1/2", 30_000, 0.024652, 99.25),
            new Row("1", 60_000, 0.020920, 99.32));

    private ReportSubsets() {}

    /** Returns whether a run is of the report's network on one of its fractions. */
    static boolean isOfItsNetwork(PastRun run) {
        return row(run).isPresent();
    }

    private static Optional<Row> row(PastRun run) {
        return ROWS.stream()
                .filter(row -> run.experiment().equals("mnist-cnn")
                        && run.option("--fraction").equals(row.fraction()))
                .findFirst();
    }

    /** Returns the test loss beside a run's; empty if the report has none. */
    static String loss(PastRun run) {
        return row(run).map(row -> String.format(Locale.ROOT, "%.4f", row.loss()))
                .orElse("");
    }

    /** Returns the test accuracy beside a run's, in percent; empty if the report has none. */
    static String accuracy(PastRun run) {
        return row(run).map(row -> String.format(Locale.ROOT, "%.2f", row.accuracy()))
                .orElse("");
    }

    static List<PowerLaw.Point> losses() {
        return ROWS.stream()
                .map(row -> new PowerLaw.Point(row.samples(), row.loss()))
                .toList();
    }

    /** Returns the test errors in percent. */
    static List<PowerLaw.Point> errors() {
        return ROWS.stream()
                .map(row -> new PowerLaw.Point(row.samples(), PERCENT - row.accuracy()))
                .toList();
    }
}
