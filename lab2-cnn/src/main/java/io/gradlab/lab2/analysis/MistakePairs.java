package io.gradlab.lab2.analysis;

import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.plot.HeatMaps;
import io.gradlab.nn.plot.PairSheet;
import java.util.ArrayList;
import java.util.List;

/**
 * Report C's pair sheets: a mismatch beside a correct sample of the class that it was taken for, with the probabilities and
 * every convolution's activations.
 */
final class MistakePairs {
    private static final int PAIRS = 4;
    private static final int CHANNELS = 10;

    private MistakePairs() {}

    /** Returns the sheets of the surest mistakes, or of the mistakes among the samples that the options ask for. */
    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        SampleFinder finder = new SampleFinder(run);
        Predictions predictions = run.predictions();
        List<Finding> sheets = new ArrayList<>();
        for (int mistake : finder.mistakes()) {
            int taken = predictions.classes()[mistake];
            int correct = finder.firstRight(taken);
            boolean wanted = options.className().isEmpty()
                    || finder.classOf(options.className().get()) == predictions.labels()[mistake];
            if (sheets.size() < PAIRS && wanted && correct >= 0) {
                sheets.add(sheet(run, mistake, correct, 1 + sheets.size()));
            }
        }
        return sheets;
    }

    private static Finding sheet(TrainedRun run, int mistake, int correct, int number) {
        List<String> names = run.test().classNames();
        Predictions predictions = run.predictions();
        String truth = names.get(predictions.labels()[mistake]);
        String taken = names.get(predictions.classes()[mistake]);
        return new Finding.Figure(
                "pair-" + number,
                new PairSheet(
                        truth + " taken for " + taken,
                        sample(run, mistake, "image " + mistake + ": " + truth + ", a mismatch"),
                        sample(run, correct, "image " + correct + ": " + taken + ", correct")),
                "The first channels of each convolution, after the activation, clipped to [0, 1].");
    }

    private static PairSheet.Sample sample(TrainedRun run, int sample, String caption) {
        List<PairSheet.Group> groups = new ArrayList<>();
        for (LayerOutputs.Output layer : LayerOutputs.maps(run.network(), run.input(sample))) {
            if (layer.layer() instanceof Conv2d) {
                List<HeatMaps.Item> channels = LayerActivations.channels(layer, CHANNELS, "");
                groups.add(new PairSheet.Group(
                        layer.name() + ", channels 0 to " + (channels.size() - 1),
                        channels.stream().map(HeatMaps.Item::numbers).toList()));
            }
        }
        return new PairSheet.Sample(
                caption,
                run.image(sample),
                run.test().classNames(),
                run.predictions().probabilities()[sample],
                groups);
    }
}
