package io.gradlab.lab2.analysis;

import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.ConfusionPicture;
import java.util.List;
import java.util.Locale;

/** How well each class of the test set is told from the others. */
final class ClassResults {

    private ClassResults() {}

    static List<Finding> confusion(TrainedRun run, AnalysisOptions options) {
        ConfusionMatrix matrix = matrix(run);
        String caption = String.format(
                Locale.ROOT,
                "%.2f %% of %,d samples are right; a cell counts the samples of its row's class that were taken for its"
                        + " column's.",
                100 * matrix.accuracy(),
                matrix.total());
        return List.of(new Finding.Figure(
                "confusion",
                new ConfusionPicture(
                        "Confusion matrix " + run.where(), matrix, run.test().classNames()),
                caption));
    }

    static List<Finding> accuracy(TrainedRun run, AnalysisOptions options) {
        BarChart chart = BarChart.percent(
                "Accuracy of each class " + run.where(),
                "class",
                "accuracy",
                run.test().classNames(),
                matrix(run).perClassAccuracy());
        return List.of(new Finding.Figure(
                "class-accuracy", chart, "The share of each class's samples that are classified right."));
    }

    private static ConfusionMatrix matrix(TrainedRun run) {
        Predictions predictions = run.predictions();
        return ConfusionMatrix.of(run.test().classes(), predictions.labels(), predictions.classes());
    }
}
