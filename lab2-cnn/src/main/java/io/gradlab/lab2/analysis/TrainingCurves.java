package io.gradlab.lab2.analysis;

import io.gradlab.course.experiment.SampledPoint;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.train.History;
import java.util.ArrayList;
import java.util.List;

/** The run's history as pictures. */
final class TrainingCurves {

    private TrainingCurves() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        History history = run.past().history();
        String model = "The other analyses look at the model of epoch "
                + run.past().bestEpoch() + ", the best on the validation set.";
        String of = ", " + run.spec().data().name();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding.Figure("loss", LearningCurves.loss(history, of), model));
        findings.add(new Finding.Figure("accuracy", LearningCurves.accuracy(history, of), model));
        List<SampledPoint> samples = run.past().samples();
        if (!samples.isEmpty()) {
            String drawn =
                    "On 200 training and 200 test images, drawn anew each time, in evaluation mode; test images are"
                            + " of " + run.spec().data().testSet() + ".";
            findings.add(new Finding.Figure(
                    "sampled-loss",
                    new LineChart("Loss on 200 random images" + of, "step", "loss", SampledLines.loss(samples)),
                    drawn));
            findings.add(new Finding.Figure(
                    "sampled-accuracy",
                    new LineChart(
                            "Accuracy on 200 random images" + of,
                            "step",
                            "accuracy (%)",
                            SampledLines.accuracy(samples)),
                    drawn));
        }
        return findings;
    }
}
