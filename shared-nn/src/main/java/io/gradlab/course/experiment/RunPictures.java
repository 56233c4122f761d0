package io.gradlab.course.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.ConfusionPicture;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.Picture;
import io.gradlab.nn.plot.Pictures;
import io.gradlab.nn.train.TrainingEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The pictures of a run: learning curves, and the confusion matrix and per-class accuracy on the test set; and
 * {@code training.html}, the page with all of them.
 */
final class RunPictures {
    private final Path folder;
    private final HtmlReport page;

    private RunPictures(Path folder, HtmlReport page) {
        this.folder = folder;
        this.page = page;
    }

    static void write(Path folder, RunSpec spec, RunResult result, Terminal terminal) throws IOException {
        if (!Pictures.available().available()) {
            terminal.out().println(Pictures.available().message());
        }
        HtmlReport page = new HtmlReport(spec.experiment() + ": " + spec.data().name(), lead(spec, result));
        RunPictures pictures = new RunPictures(folder, page);
        if (!result.history().isEmpty()) {
            pictures.addCurves(spec, result);
        }
        if (result.confusion().isPresent()) {
            pictures.addClasses(spec, result);
        }
        page.provenance("Network: " + spec.network())
                .provenance("Options: " + spec.options())
                .provenance("Seed " + spec.plan().seed().value()
                        + "; all figures are in summary.json and history.csv beside" + " this page.")
                .save(folder.resolve("training.html"));
    }

    private static String lead(RunSpec spec, RunResult result) {
        if (result.end() instanceof TrainingEnd.Diverged(var divergence)) {
            return divergence.toString();
        }
        return result.test()
                .map(test -> String.format(
                        Locale.ROOT,
                        "%.2f %% of %,d test samples are right, with the model of epoch %d of %d, the best on validation.",
                        100 * test.accuracy(),
                        spec.test().size(),
                        result.bestEpoch(),
                        result.history().epochs().size()))
                .orElse("Stopped.");
    }

    private void addCurves(RunSpec spec, RunResult result) throws IOException {
        String of = ", " + spec.data().name();
        page.section("Training");
        add("loss", LearningCurves.loss(result.history(), of), "Training dashed, validation solid.");
        add("accuracy", LearningCurves.accuracy(result.history(), of), "Training dashed, validation solid.");
    }

    private void addClasses(RunSpec spec, RunResult result) throws IOException {
        var names = spec.test().classNames();
        var confusion = result.confusion().orElseThrow();
        String where = "on " + spec.data().testSet() + " (" + confusion.total() + " samples)";
        page.section("Classes");
        add(
                "confusion",
                new ConfusionPicture("Confusion matrix " + where, confusion, names),
                "A cell counts the test samples of its row's class that were taken for its column's.");
        add(
                "class-accuracy",
                BarChart.percent(
                        "Accuracy of each class " + where, "class", "accuracy", names, confusion.perClassAccuracy()),
                "The share of each class's test samples that are classified right.");
    }

    private void add(String file, Picture picture, String caption) throws IOException {
        page.figure(picture, picture.save(folder.resolve(file)), caption);
    }
}
