package io.gradlab.course.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.ConfusionPicture;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.Pictures;
import java.io.IOException;
import java.nio.file.Path;

/** The pictures of a run: learning curves, and the confusion matrix and per-class accuracy on the test set. */
final class RunPictures {

    private RunPictures() {}

    static void write(Path folder, RunSpec spec, RunResult result, Terminal terminal) throws IOException {
        if (!Pictures.available().available()) {
            terminal.out().println(Pictures.available().message());
        }
        if (!result.history().isEmpty()) {
            LearningCurves.save(folder, result.history(), ", " + spec.data().name());
        }
        if (result.confusion().isPresent()) {
            var names = spec.test().classNames();
            var confusion = result.confusion().get();
            String where = "on " + spec.data().testSet() + " (" + confusion.total() + " samples)";
            new ConfusionPicture("Confusion matrix " + where, confusion, names).save(folder.resolve("confusion"));
            BarChart.percent(
                            "Accuracy of each class " + where, "class", "accuracy", names, confusion.perClassAccuracy())
                    .save(folder.resolve("class-accuracy"));
        }
    }
}
