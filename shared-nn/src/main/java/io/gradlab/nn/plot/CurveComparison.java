package io.gradlab.nn.plot;

import io.gradlab.nn.train.History;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/** Several runs in one picture, a colour for each; the runs stand in the order of the map. */
public final class CurveComparison {
    private CurveComparison() {}

    /** Returns one column of each run's history. */
    public static LineChart of(String title, Curve curve, SequencedMap<String, History> runs) {
        List<Series> series = new ArrayList<>();
        runs.forEach(
                (name, history) -> series.add(new Series(name, curve.points(history), series.size(), false, name)));
        return new LineChart(title, "epoch", curve.part() + " " + curve.label(""), series);
    }

    /** Returns the loss of each run: training dashed, validation solid. */
    public static LineChart loss(String title, SequencedMap<String, History> runs) {
        return both(title, Curve.TRAIN_LOSS, Curve.VALIDATION_LOSS, runs);
    }

    /** Returns the accuracy of each run in percent: training dashed, validation solid. */
    public static LineChart accuracy(String title, SequencedMap<String, History> runs) {
        return both(title, Curve.TRAIN_ACCURACY, Curve.VALIDATION_ACCURACY, runs);
    }

    private static LineChart both(String title, Curve train, Curve validation, SequencedMap<String, History> runs) {
        List<Series> series = new ArrayList<>();
        int colour = 0;
        for (String name : runs.sequencedKeySet()) {
            History history = runs.get(name);
            series.add(new Series(name + " train", train.points(history), colour, true, ""));
            series.add(new Series(name + " validation", validation.points(history), colour, false, name));
            colour++;
        }
        return new LineChart(title, "epoch", train.label(", train dashed"), series);
    }
}
