package io.gradlab.lab1.experiment.report;

import io.gradlab.cli.TextTable;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab1.experiment.MlpRecipe;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.metric.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The report's two tables and its best model. Accuracies are on the test images, in percent. */
final class ReportTables {
    private static final int[] EPOCHS = {50, 100};
    private static final double RATE = 0.1; // of the report's table
    private static final String NONE = "-";

    private final List<RunGroup> groups;
    private final RecordedPeer peer;
    private final Snapshots snapshots;

    ReportTables(List<RunGroup> groups, RecordedPeer peer, Snapshots snapshots) {
        this.groups = groups;
        this.peer = peer;
        this.snapshots = snapshots;
    }

    /** Returns the report's table: ours and scikit-learn's after 50 and 100 epochs, published figures in brackets. */
    TextTable afterEpochs() {
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : inReport()) {
            Published published = Published.of(group.activation());
            rows.add(List.of(
                    group.label(),
                    ours(group, EPOCHS[0]) + percent(published.at50()),
                    ours(group, EPOCHS[1]) + percent(published.at100()),
                    scikitLearn(group.activation(), EPOCHS[0]) + percent(published.peerAt50()),
                    scikitLearn(group.activation(), EPOCHS[1]) + percent(published.peerAt100())));
        }
        return new TextTable(
                List.of(
                        "activation",
                        "ours, 50 epochs",
                        "ours, 100 epochs",
                        "scikit-learn, 50 epochs",
                        "scikit-learn, 100 epochs"),
                rows);
    }

    private List<RunGroup> inReport() {
        return groups.stream()
                .filter(group -> group.recipe() == MlpRecipe.PLAIN && group.rate() == RATE)
                .toList();
    }

    private String ours(RunGroup group, int epoch) {
        if (!group.explosions().isEmpty()) {
            return "exploded in " + group.explosions();
        }
        double[] accuracies = group.runs().stream()
                .map(run -> snapshots.accuracy(run, epoch))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return accuracies.length == 0 ? NONE : interval(accuracies, group).percent();
    }

    private static MeanInterval interval(double[] accuracies, RunGroup group) {
        return accuracies.length > 1
                ? MeanInterval.of(accuracies)
                : MeanInterval.binomial(accuracies[0], group.runs().getFirst().testSize());
    }

    private String scikitLearn(ActivationKind activation, int epoch) {
        Optional<PeerCurve> curve = peer.curve(activation, RATE);
        if (curve.isPresent() && curve.get().explosion().isPresent()) {
            return "exploded in epoch " + curve.get().explosion().getAsInt();
        }
        OptionalDouble accuracy = curve.map(found -> found.testAccuracy(epoch)).orElse(OptionalDouble.empty());
        return accuracy.isEmpty() ? NONE : String.format(Locale.ROOT, "%.2f", 100 * accuracy.getAsDouble());
    }

    private static String percent(double published) {
        return String.format(Locale.ROOT, " (%.2f)", 100 * published);
    }

    /** Returns each group's accuracy at the epoch that was best on validation, against the published best. */
    TextTable atBestEpoch() {
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : groups) {
            boolean comparable = group.activation() != ActivationKind.LINEAR || group.rate() == RATE;
            double published = comparable ? Published.of(group.activation()).best() : Double.NaN;
            boolean exploded = !group.explosions().isEmpty();
            double[] accuracies = group.runs().stream()
                    .mapToDouble(PastRun::testAccuracy)
                    .filter(Double::isFinite)
                    .toArray();
            Optional<MeanInterval> interval = exploded ? Optional.empty() : Optional.of(interval(accuracies, group));
            rows.add(List.of(
                    group.label(),
                    group.recipe().label(),
                    Double.toString(group.rate()),
                    Integer.toString(group.epochs()),
                    group.seeds(),
                    interval.map(MeanInterval::percent).orElse("exploded in " + group.explosions()),
                    comparable ? String.format(Locale.ROOT, "%.2f", 100 * published) : NONE,
                    interval.filter(ours -> comparable)
                            .map(ours -> verdict(ours, published))
                            .orElse(NONE),
                    seconds(group)));
        }
        return new TextTable(
                List.of(
                        "activation",
                        "recipe",
                        "rate",
                        "epochs",
                        "seeds",
                        "at the best validation epoch",
                        "published",
                        "ours is",
                        "seconds a run"),
                rows);
    }

    private static String verdict(MeanInterval ours, double published) {
        if (ours.clears(published)) {
            return "above";
        }
        return ours.mean() + ours.margin() < published ? "below" : "level";
    }

    private static String seconds(RunGroup group) {
        return String.format(
                Locale.ROOT,
                "%.0f",
                group.runs().stream().mapToDouble(PastRun::seconds).average().orElse(0));
    }

    /** Returns the sentence that names the best of the table's models, chosen by validation accuracy. */
    String bestModel() {
        PastRun best = null;
        int bestEpoch = 0;
        String label = "";
        for (RunGroup group : inReport()) {
            for (PastRun run : group.runs()) {
                for (int epoch : EPOCHS) {
                    boolean better = best == null || validation(run, epoch) > validation(best, bestEpoch);
                    if (better && snapshots.accuracy(run, epoch).isPresent()) {
                        best = run;
                        bestEpoch = epoch;
                        label = group.label();
                    }
                }
            }
        }
        if (best == null) {
            return "No model was kept after 50 or 100 epochs.";
        }
        return String.format(
                Locale.ROOT,
                "Best model of the table, by validation accuracy: %s, seed %s, after %d epochs: %.2f %% on validation,"
                        + " %.2f %% on the test images (published: relu after 50 epochs, 89.70 %%).",
                label,
                best.option("--seed"),
                bestEpoch,
                100 * validation(best, bestEpoch),
                100 * snapshots.accuracy(best, bestEpoch).orElseThrow());
    }

    private static double validation(PastRun run, int epoch) {
        return epoch > run.history().epochs().size()
                ? 0
                : run.history().epochs().get(epoch - 1).validationAccuracy();
    }
}
