package io.gradlab.lab3.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.nn.data.ClassNames;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.metric.OneVsRest;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.ConfusionPicture;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A transfer's pictures and findings: files in the run's folder, and {@code report.html} with all of them. */
record TransferReport(RunSpec run, RunResult result, ConfusionMatrix matrix) {

    /** Writes everything, and tells the findings. */
    void write(Terminal terminal) {
        try {
            List<String> names = run.test().classNames();
            TransferFindings findings = new TransferFindings(matrix, names, names.equals(ClassNames.FASHION));
            TextTable table = findings.table();
            AtomicFiles.writeText(result.folder().resolve("findings.csv"), table.toCsv());
            AtomicFiles.writeText(
                    result.folder().resolve("classes.csv"), findings.classes().toCsv());
            page(findings).save(result.folder().resolve("report.html"));
            terminal.out().print(table.toText());
            terminal.out().println("All together: " + result.folder().resolve("report.html"));
            terminal.out().flush();
        } catch (IOException e) {
            throw new UserError("The report of " + result.folder() + " cannot be written: " + FileProblem.of(e), e);
        }
    }

    private HtmlReport page(TransferFindings findings) throws IOException {
        String of = ", " + run.data().name();
        List<String> names = run.test().classNames();
        HtmlReport page = new HtmlReport(
                "Transfer to " + run.data().name(),
                String.format(
                        Locale.ROOT,
                        "%.2f %% of %,d test images are right, with the model of epoch %d, the best on validation.",
                        100 * matrix.accuracy(),
                        matrix.total(),
                        result.bestEpoch()));
        page.section("Findings")
                .table(findings.table().header(), findings.table().rows());
        page.section("Training");
        figure(page, "loss", LearningCurves.loss(result.history(), of), "Training dashed, validation solid.");
        figure(page, "accuracy", LearningCurves.accuracy(result.history(), of), "Training dashed, validation solid.");
        page.section("Classes");
        figure(
                page,
                "confusion",
                new ConfusionPicture("Confusion matrix" + of, matrix, names),
                "A cell counts the test images of its row's class that were taken for its column's.");
        figure(
                page,
                "class-accuracy",
                BarChart.percent("Accuracy of each class" + of, "class", "accuracy", names, matrix.perClassAccuracy()),
                "The share of each class's test images that are classified right.");
        page.table(findings.classes().header(), findings.classes().rows());
        page.section("One against the rest");
        for (int k = 0; k < names.size(); k++) {
            OneVsRest one = matrix.oneVsRest(k);
            figure(
                    page,
                    "one-vs-rest-" + k,
                    new ConfusionPicture(
                            names.get(k) + " against the rest" + of, square(one), List.of(names.get(k), "the rest")),
                    String.format(
                            Locale.ROOT,
                            "%s: precision %.3f, recall %.3f, F1 %.3f.",
                            names.get(k),
                            one.precision(),
                            one.recall(),
                            one.f1()));
        }
        page.provenance("Network: " + run.recipe());
        page.provenance("Trained on it: " + run.network());
        page.provenance("Options: " + run.options());
        return page;
    }

    private void figure(HtmlReport page, String file, Picture picture, String caption) throws IOException {
        Path path = result.folder().resolve(file);
        page.figure(picture, picture.save(path), caption);
    }

    private static ConfusionMatrix square(OneVsRest one) {
        ConfusionMatrix square = new ConfusionMatrix(2);
        long[][] counts = one.toArray();
        for (int label = 0; label < 2; label++) {
            for (int prediction = 0; prediction < 2; prediction++) {
                for (long i = 0; i < counts[label][prediction]; i++) {
                    square.add(label, prediction);
                }
            }
        }
        return square;
    }
}
