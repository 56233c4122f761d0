package io.gradlab.lab2.analysis;

import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.plot.LogChart;
import io.gradlab.nn.plot.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Test loss and error against the number of training samples, with the fitted power law, as in report B; runs of its network
 * stand beside its own figures.
 */
public final class SubsetCurve {

    private SubsetCurve() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        return of(List.copyOf(PastRuns.compared(options, "subsets").values()));
    }

    private static List<Finding> of(List<PastRun> all) {
        List<PastRun> runs =
                all.stream().filter(past -> past.divergence().isEmpty()).toList();
        if (runs.stream().map(PastRun::trainSize).distinct().count() < 2) {
            throw new UserError("a power law needs runs of different numbers of training samples that did not diverge;"
                    + " train some with `--limit N`, and name them with --runs");
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(figure(
                "subsets-loss",
                "Test loss by training samples",
                "test loss",
                PastRun::testLoss,
                runs,
                ReportSubsets::losses));
        findings.add(figure(
                "subsets-error",
                "Test error by training samples",
                "test error (%)",
                past -> 100 * (1 - past.testAccuracy()),
                runs,
                ReportSubsets::errors));
        findings.add(new Finding.Table("subsets", table(runs), "The runs, by their number of training samples."));
        return findings;
    }

    /**
     * Writes the pictures and the table into a folder.
     *
     * @param runs those that diverged are left out
     * @return what they say, a line each
     * @throws UserError if there are fewer than two different numbers of training samples
     */
    public static List<String> write(Path folder, List<PastRun> runs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Finding finding : of(runs)) {
            switch (finding) {
                case Finding.Figure(var file, var picture, var caption) -> {
                    picture.save(folder.resolve(file));
                    lines.add(picture.title() + ": " + caption);
                }
                case Finding.Table(var file, var table, var caption) -> {
                    AtomicFiles.writeText(folder.resolve(file + ".csv"), table.toCsv());
                    AtomicFiles.writeText(folder.resolve(file + ".md"), table.toMarkdown());
                    lines.add(caption);
                    table.toText().lines().forEach(lines::add);
                }
            }
        }
        return lines;
    }

    private static Finding figure(
            String file,
            String title,
            String quantity,
            ToDoubleFunction<PastRun> value,
            List<PastRun> runs,
            Supplier<List<PowerLaw.Point>> published) {
        List<PowerLaw.Point> points = runs.stream()
                .map(past -> new PowerLaw.Point(past.trainSize(), value.applyAsDouble(past)))
                .filter(point -> point.y() > 0) // a logarithm knows no zero
                .toList();
        List<Double> sizes =
                points.stream().map(PowerLaw.Point::x).distinct().sorted().toList();
        List<Series> series = new ArrayList<>();
        series.add(Series.of("measured", 0, array(sizes), means(points, sizes)));
        String caption = "Too few values above 0 for a fit.";
        if (sizes.size() > 1) {
            PowerLaw law = PowerLaw.fit(points);
            double[] fitted = sizes.stream().mapToDouble(law::at).toArray();
            String name = String.format(Locale.ROOT, "fitted, slope %.3f", law.slope());
            series.add(new Series(name, Series.of(name, 1, array(sizes), fitted).points(), 1, true, name));
            caption = words("Slope", law, points) + " A mark is the mean of the runs of its size.";
        }
        if (runs.stream().allMatch(ReportSubsets::isOfItsNetwork)) {
            series.add(line("report B", 2, published.get()));
            caption += " " + words("Report B's own figures: slope", PowerLaw.fit(published.get()), published.get());
        }
        return new Finding.Figure(file, new LogChart(title, "training samples", quantity, series), caption);
    }

    private static Series line(String name, int colour, List<PowerLaw.Point> points) {
        return Series.of(
                name,
                colour,
                points.stream().mapToDouble(PowerLaw.Point::x).toArray(),
                points.stream().mapToDouble(PowerLaw.Point::y).toArray());
    }

    private static double[] means(List<PowerLaw.Point> points, List<Double> sizes) {
        return sizes.stream()
                .mapToDouble(size -> points.stream()
                        .filter(point -> point.x() == size)
                        .collect(Collectors.averagingDouble(PowerLaw.Point::y)))
                .toArray();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String words(String what, PowerLaw law, List<PowerLaw.Point> points) {
        String interval = Double.isNaN(law.halfWidth())
                ? "no interval from two runs"
                : String.format(
                        Locale.ROOT,
                        "95 %% interval %.3f to %.3f",
                        law.slope() - law.halfWidth(),
                        law.slope() + law.halfWidth());
        return String.format(
                Locale.ROOT,
                "%s %.3f on logarithmic axes, %s, from %d runs by least squares: ten times the samples multiply it by"
                        + " %.2f; the smallest and the largest size alone give the slope %.3f.",
                what,
                law.slope(),
                interval,
                points.size(),
                law.tenfold(),
                PowerLaw.betweenEnds(points));
    }

    private static TextTable table(List<PastRun> runs) {
        return new TextTable(
                List.of("run", "training samples", "test loss", "report B's", "test accuracy (%)", "report B's (%)"),
                runs.stream()
                        .sorted((one, other) -> Integer.compare(one.trainSize(), other.trainSize()))
                        .map(past -> List.of(
                                past.folder().toString(),
                                Integer.toString(past.trainSize()),
                                String.format(Locale.ROOT, "%.4f", past.testLoss()),
                                ReportSubsets.loss(past),
                                String.format(Locale.ROOT, "%.2f", 100 * past.testAccuracy()),
                                ReportSubsets.accuracy(past)))
                        .toList());
    }
}
