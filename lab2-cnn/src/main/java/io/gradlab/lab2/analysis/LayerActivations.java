package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.plot.HeatMaps;
import java.util.ArrayList;
import java.util.List;

/** What every convolution and pooling layer makes of one image, as in report D. */
final class LayerActivations {
    private static final int CHANNELS = 20;
    private static final int COLUMNS = 5;

    private LayerActivations() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        int image = checked(run, options.image());
        List<LayerOutputs.Output> maps = LayerOutputs.maps(run.network(), run.input(image));
        if (maps.isEmpty()) {
            throw new UserError("--of activations: the network of the run in "
                    + run.past().folder() + " has no convolution or pooling layer; choose another analysis");
        }
        String caption = new SampleFinder(run).caption(image);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding.Figure(
                "activations-image",
                new Gallery("The image", List.of(new Gallery.Item(run.image(image), caption)), 1),
                "What the layers below are given, before its transforms."));
        for (LayerOutputs.Output layer : maps) {
            List<HeatMaps.Item> channels = channels(layer, CHANNELS, "channel ");
            String title = "Layer " + layer.name() + ", " + layer.layer() + ": " + channels.size() + " of "
                    + layer.output().dim(1) + " channels, image " + image;
            findings.add(new Finding.Figure(
                    "activations-" + layer.name(),
                    new HeatMaps(title, "output, clipped", channels, COLUMNS, HeatMaps.Scale.unit()),
                    "Each channel is " + layer.output().dim(2) + "×"
                            + layer.output().dim(3)
                            + (layer.isPool() ? "." : ", after the activation.")
                            + " Below 0 is black, above 1 white."));
        }
        return findings;
    }

    /** Returns the first channels of the first sample. */
    static List<HeatMaps.Item> channels(LayerOutputs.Output layer, int atMost, String caption) {
        List<HeatMaps.Item> items = new ArrayList<>();
        for (int channel = 0; channel < Math.min(atMost, layer.output().dim(1)); channel++) {
            items.add(new HeatMaps.Item(FirstKernels.plane(layer.output(), 0, channel), caption + channel));
        }
        return items;
    }

    private static int checked(TrainedRun run, int image) {
        if (image < 0 || image >= run.test().size()) {
            throw new UserError("--image " + image + ": the test images are numbered 0 to "
                    + (run.test().size() - 1));
        }
        return image;
    }
}
