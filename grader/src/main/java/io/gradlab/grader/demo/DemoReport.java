package io.gradlab.grader.demo;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.Curve;
import io.gradlab.nn.plot.CurveComparison;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.Picture;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** The demo's page. */
final class DemoReport {
    private static final int SHOWN_DIGITS = 30;
    private static final int GALLERY_COLUMNS = 10;

    private DemoReport() {}

    static Path write(Path out, List<DemoTraining> trainings, DemoChecks checks) throws IOException {
        SequencedMap<String, History> histories = new LinkedHashMap<>();
        trainings.forEach(training -> histories.put(training.kind().label(), training.history()));
        HtmlReport report = new HtmlReport(
                "GradLab in half a minute",
                "One network, 784-256-128-64-10, learned to read drawn digits four times; only the activation between its"
                        + " layers differed. You can build all of its parts yourself: that is lab 1.");
        report.section("The digits");
        add(report, out, "digits", digits(), "Built-in digits: drawn from strokes, no file needed.");
        report.section("What the activation does");
        report.table(
                List.of("activation", "test accuracy (%)", "best epoch", "seconds", "images/s"),
                trainings.stream().map(DemoReport::row).toList());
        add(
                report,
                out,
                "accuracy",
                CurveComparison.of("Validation accuracy by epoch", Curve.VALIDATION_ACCURACY, histories),
                "tanh and ReLU learn fast; the sigmoid's small gradients make it wait; without any non-linearity four"
                        + " layers are no more than one.");
        add(
                report,
                out,
                "loss",
                CurveComparison.of("Training loss by epoch", Curve.TRAIN_LOSS, histories),
                "The training loss tells the same story earlier.");
        double[] accuracies =
                trainings.stream().mapToDouble(DemoTraining::testAccuracy).toArray();
        List<String> names =
                trainings.stream().map(training -> training.kind().label()).toList();
        add(
                report,
                out,
                "test-accuracy",
                BarChart.percent("Accuracy on 2,000 test digits", "activation", "test accuracy", names, accuracies),
                "Each model is that of the epoch with the best validation accuracy.");
        report.section("What the grader says");
        report.paragraph(
                "Lab 1, but for its training task, as it ships, where every task still waits for you, and as the reference answers it:");
        report.table(List.of("task", "your package", "reference"), checks.rows());
        report.section("Go on");
        report.preformatted("./gradlab check 1.1        # what the first task wants of you\n"
                + "./gradlab experiments      # what there is to train");
        report.provenance("gradlab 0.1.0, `./gradlab demo`, seed 1");
        report.provenance(KernelRegistry.cpu().description() + ", Java " + Runtime.version());
        Path file = out.resolve("report.html");
        report.save(file);
        return file;
    }

    private static void add(HtmlReport report, Path out, String name, Picture picture, String caption)
            throws IOException {
        report.figure(picture, picture.save(out.resolve(name)), caption);
    }

    private static List<String> row(DemoTraining training) {
        return List.of(
                training.kind().label(),
                String.format(Locale.ROOT, "%.2f", 100 * training.testAccuracy()),
                Integer.toString(training.bestEpoch()),
                String.format(Locale.ROOT, "%.1f", training.seconds()),
                String.format(Locale.ROOT, "%.0f", training.imagesPerSecond()));
    }

    private static Gallery digits() {
        Dataset digits = SyntheticDigits.digits(new Seed(1), SHOWN_DIGITS);
        List<Gallery.Item> items = new ArrayList<>();
        for (int i = 0; i < SHOWN_DIGITS; i++) {
            float[] pixels = new float[digits.sampleShape().size()];
            digits.read(i, pixels, 0);
            items.add(new Gallery.Item(
                    Tensor.of(digits.sampleShape(), pixels), digits.classNames().get(digits.label(i))));
        }
        return new Gallery("Thirty of the built-in digits", items, GALLERY_COLUMNS);
    }
}
