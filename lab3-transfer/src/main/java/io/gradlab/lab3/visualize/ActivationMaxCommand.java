package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab visualize activation-max}: the image that a filter likes best, as it grows. */
@Command(
        name = "activation-max",
        description = "Change an image so that a filter answers more and more; a frame every few steps, on one sheet.")
final class ActivationMaxCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 10_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SubjectOptions options = new SubjectOptions();

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            required = true,
            description = "The layer by its path, for example features.24.")
    private String layer = "";

    @Option(names = "--filter", paramLabel = "N", description = "The filter, from 0 on. Default: 1.")
    private int filter = 1;

    @Option(
            names = "--image",
            paramLabel = "WHAT",
            description = "What to start from: an image file, landscape or pullover (drawn), or noise (default).")
    private String image = "noise";

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the ascent. Default: 40.")
    private int steps = 40;

    @Option(names = "--every", paramLabel = "N", description = "Steps between two frames. Default: 5.")
    private int every = 5;

    @Override
    public Integer call() {
        if (steps < 1 || steps > MOST_STEPS || every < 1) {
            throw new UserError("--steps " + steps + " --every " + every + ": give 1 to " + MOST_STEPS
                    + " steps, and a frame every 1 or more");
        }
        Subject subject = options.subject();
        Sequential network = subject.upTo(layer);
        Tensor input = options.input(subject, image);
        requireFilter(network.outputShape(input.shape()));
        List<ActivationMaximization.Frame> frames =
                new ActivationMaximization(network, subject.convention()).run(input, filter, steps, every);
        List<Gallery.Item> items = new ArrayList<>();
        for (ActivationMaximization.Frame frame : frames) {
            items.add(new Gallery.Item(
                    Visible.image(frame.image()), "step " + frame.step() + ": " + Visible.number(frame.activation())));
        }
        String what = layer + ", filter " + filter + ", from " + name();
        PictureFolder folder = new PictureFolder(
                options.out(),
                spec.commandLine().getOut(),
                "Activation maximization: " + what,
                "Gradient ascent on the mean of one filter's map, " + subject.label() + ".");
        String file = "activation-max-" + layer + "-" + filter;
        folder.add(
                file,
                new Gallery("What excites " + what, items, 3),
                "The number is the mean of the filter's map, which each step raises.");
        folder.add(
                file + "-curve",
                LineChart.of("Activation by step: " + what, "step", "mean activation")
                        .with(
                                "filter " + filter,
                                frames.stream()
                                        .mapToDouble(ActivationMaximization.Frame::step)
                                        .toArray(),
                                frames.stream()
                                        .mapToDouble(ActivationMaximization.Frame::activation)
                                        .toArray()),
                "The same numbers.");
        folder.finish(file);
        return 0;
    }

    private String name() {
        return image.substring(image.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private void requireFilter(Shape output) {
        if (output.rank() != 4 || filter < 0 || filter >= output.dim(1)) {
            throw new UserError(
                    output.rank() == 4
                            ? "--filter " + filter + ": " + layer + " has the filters 0 to " + (output.dim(1) - 1)
                            : "--layer " + layer + ": it has no maps; choose a convolution, its activation or a pool");
        }
    }
}
