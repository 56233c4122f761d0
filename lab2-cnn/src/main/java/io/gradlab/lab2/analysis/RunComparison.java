package io.gradlab.lab2.analysis;

import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.plot.Curve;
import io.gradlab.nn.plot.CurveComparison;
import io.gradlab.nn.plot.LinePanels;
import io.gradlab.nn.plot.Series;
import io.gradlab.nn.train.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The histories of several runs in one picture. */
final class RunComparison {

    private RunComparison() {}

    static List<Finding> curves(TrainedRun run, AnalysisOptions options) {
        SequencedMap<String, History> runs = new LinkedHashMap<>();
        PastRuns.compared(options, "compare").forEach((name, past) -> runs.put(name, past.history()));
        return List.of(
                new Finding.Figure(
                        "compare-accuracy",
                        CurveComparison.accuracy("Accuracy of " + runs.size() + " runs", runs),
                        "Training dashed, validation solid."),
                new Finding.Figure(
                        "compare-loss",
                        CurveComparison.loss("Loss of " + runs.size() + " runs", runs),
                        "Training dashed, validation solid."));
    }

    /** Returns a panel for each run, as report C sets its four beside each other. */
    static List<Finding> gaps(TrainedRun run, AnalysisOptions options) {
        SequencedMap<String, PastRun> runs = PastRuns.compared(options, "gap");
        List<LinePanels.Panel> panels = new ArrayList<>();
        runs.forEach((name, past) -> panels.add(panel(name, past)));
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding.Figure(
                "gap",
                new LinePanels("Accuracy on training and validation samples", "epoch", "accuracy (%)", panels),
                "The gap between the lines is what a network knows of its training samples only. All panels have the same"
                        + " axes."));
        if (runs.values().stream().noneMatch(past -> past.samples().isEmpty())) {
            List<LinePanels.Panel> sampled = new ArrayList<>();
            runs.forEach((name, past) ->
                    sampled.add(new LinePanels.Panel(heading(name, past), SampledLines.accuracy(past.samples()))));
            findings.add(
                    new Finding.Figure(
                            "gap-sampled",
                            new LinePanels("Accuracy on 200 random images each", "step", "accuracy (%)", sampled),
                            "Training and test images, drawn anew each time, in evaluation mode. All panels have the same axes."));
        }
        findings.add(new Finding.Table(
                "gap-table",
                GapTable.of(runs),
                "At the best epoch on validation; the training figure is the mean over that epoch, in training mode."));
        return findings;
    }

    /** Returns the run's name and its data, with what is held out of it. */
    private static String heading(String name, PastRun past) {
        return name + " (" + past.data() + ")";
    }

    private static LinePanels.Panel panel(String name, PastRun past) {
        List<Series.Point> train = Curve.TRAIN_ACCURACY.points(past.history());
        List<Series.Point> validation = Curve.VALIDATION_ACCURACY.points(past.history());
        return new LinePanels.Panel(
                heading(name, past),
                List.of(
                        new Series("train", train, 0, true, "train"),
                        new Series("validation", validation, 1, false, "validation")));
    }
}
