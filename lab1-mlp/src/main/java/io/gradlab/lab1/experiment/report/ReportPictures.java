package io.gradlab.lab1.experiment.report;

import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab1.experiment.MlpRecipe;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.plot.Curve;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.plot.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The report's pictures: for each activation training and validation loss, and training loss beside scikit-learn's; and
 * linear at two learning rates. Each shows one run of the plain recipe, that of the lowest seed.
 */
final class ReportPictures {
    private static final double RATE = 0.1;
    private static final double SMALL_RATE = 0.001;

    private final List<RunGroup> groups;
    private final RecordedPeer peer;

    ReportPictures(List<RunGroup> groups, RecordedPeer peer) {
        this.groups = groups;
        this.peer = peer;
    }

    /** Returns the pictures by file name, without its ending. */
    SequencedMap<String, LineChart> all() {
        SequencedMap<String, LineChart> pictures = new LinkedHashMap<>();
        for (ActivationKind kind :
                List.of(ActivationKind.SIGMOID, ActivationKind.TANH, ActivationKind.RELU, ActivationKind.LINEAR)) {
            shown(kind, RATE).ifPresent(run -> {
                pictures.put(kind.label() + "-loss", trainingAndValidation(kind, run));
                pictures.put(kind.label() + "-scikit-learn", besideScikitLearn(kind, run));
            });
        }
        LineChart rates = linearRates();
        if (!rates.series().isEmpty()) {
            pictures.put("linear-rates", rates);
        }
        return pictures;
    }

    /** Returns the run to show; of linear the one that went on longest, for the others explode at once. */
    private Optional<PastRun> shown(ActivationKind kind, double rate) {
        return groups.stream()
                .filter(group ->
                        group.recipe() == MlpRecipe.PLAIN && group.activation() == kind && group.rate() == rate)
                .map(RunGroup::longest)
                .filter(run -> !run.history().isEmpty())
                .max((one, other) -> Integer.compare(
                        one.history().epochs().size(), other.history().epochs().size()));
    }

    private static LineChart trainingAndValidation(ActivationKind kind, PastRun run) {
        LineChart chart = LearningCurves.loss(run.history());
        return new LineChart(
                kind.label() + ": loss by epoch" + end(run), chart.xLabel(), chart.yLabel(), chart.series());
    }

    private LineChart besideScikitLearn(ActivationKind kind, PastRun run) {
        List<Series> series = new ArrayList<>();
        add(series, "ours" + end(run), Curve.TRAIN_LOSS.points(run.history()));
        peer.curve(kind, RATE).ifPresent(curve -> add(series, "scikit-learn" + end(curve), curve.losses()));
        String exploded = peer.curve(kind, RATE)
                .filter(curve -> curve.points().size() == 1)
                .map(curve -> "; scikit-learn's explodes in epoch 1")
                .orElse("");
        return new LineChart(kind.label() + ", learning rate 0.1" + exploded, "epoch", "training loss", series);
    }

    private LineChart linearRates() {
        List<Series> series = new ArrayList<>();
        shown(ActivationKind.LINEAR, RATE)
                .ifPresent(run -> add(series, "ours at 0.1" + end(run), Curve.TRAIN_LOSS.points(run.history())));
        peer.curve(ActivationKind.LINEAR, SMALL_RATE)
                .ifPresent(curve -> add(series, "scikit-learn at 0.001" + end(curve), curve.losses()));
        shown(ActivationKind.LINEAR, SMALL_RATE)
                .ifPresent(run -> add(series, "ours at 0.001" + end(run), Curve.TRAIN_LOSS.points(run.history())));
        return new LineChart("linear at two learning rates", "epoch", "training loss", series);
    }

    private static void add(List<Series> series, String name, List<Series.Point> points) {
        series.add(new Series(name, points, series.size(), false, name));
    }

    private static String end(PastRun run) {
        return run.divergence()
                .map(why -> ", explodes in epoch " + RunGroup.explosion(why))
                .orElse("");
    }

    private static String end(PeerCurve curve) {
        return curve.explosion().isEmpty()
                ? ""
                : ", explodes in epoch " + curve.explosion().getAsInt();
    }
}
