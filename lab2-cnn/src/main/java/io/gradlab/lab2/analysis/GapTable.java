package io.gradlab.lab2.analysis;

import io.gradlab.cli.TextTable;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.train.History;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** Training, validation and test accuracy of several runs, each at its best epoch. */
final class GapTable {

    private GapTable() {}

    static TextTable of(SequencedMap<String, PastRun> runs) {
        return new TextTable(
                List.of(
                        "run",
                        "data",
                        "best epoch",
                        "train accuracy (%)",
                        "validation accuracy (%)",
                        "test accuracy (%)",
                        "train minus test (points)"),
                runs.entrySet().stream()
                        .filter(run -> run.getValue().bestEpoch() > 0)
                        .map(run -> row(run.getKey(), run.getValue()))
                        .toList());
    }

    private static List<String> row(String name, PastRun run) {
        History.Epoch best = run.history().epochs().get(run.bestEpoch() - 1);
        return List.of(
                name,
                run.data(),
                Integer.toString(run.bestEpoch()),
                percent(best.trainAccuracy()),
                percent(best.validationAccuracy()),
                percent(run.testAccuracy()),
                percent(best.trainAccuracy() - run.testAccuracy()));
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, "%.2f", 100 * fraction);
    }
}
