package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.metric.Csv;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.plot.Picture;
import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab visualize responses}: one filter's map in every convolution, ReLU and pool. */
@Command(
        name = "responses",
        description = "Show what one filter of every convolution, ReLU and pool makes of an image.")
final class ResponsesCommand implements Callable<Integer> {
    private static final int COLUMNS = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SubjectOptions options = new SubjectOptions();

    @Option(
            names = "--image",
            paramLabel = "WHAT",
            description = "An image file, landscape or pullover (drawn), or random (default).")
    private String image = "random";

    @Option(names = "--filter", paramLabel = "N", description = "The filter, from 0 on. Default: 5.")
    private int filter = 5;

    /** A layer's map of the filter, {@code [1, H, W]}. */
    private record Response(String layer, Tensor map) {}

    @Override
    public Integer call() {
        Subject subject = options.subject();
        Tensor input = options.input(subject, image);
        List<Response> responses = responses(subject, input);
        List<Gallery.Item> items = new ArrayList<>();
        items.add(new Gallery.Item(Visible.image(subject.convention().toRgb(input)), "the image"));
        for (Response response : responses) {
            items.add(new Gallery.Item(
                    Visible.stretched(response.map()),
                    response.layer() + ", at most " + Visible.number(largest(response.map()))));
        }
        String file = "responses-" + filter;
        String title = "Filter " + filter + " of every convolution, ReLU and pool";
        PictureFolder folder =
                new PictureFolder(options.out(), spec.commandLine().getOut(), title, subject.label() + ".");
        folder.add(
                file,
                new Measured(new Gallery(title, items, COLUMNS), responses),
                "Each map is stretched from its smallest number, black, to its largest, white.");
        folder.finish(file);
        return 0;
    }

    private List<Response> responses(Subject subject, Tensor input) {
        List<Response> responses = new ArrayList<>();
        Tensor tensor = input;
        for (Map.Entry<String, Layer> layer : subject.layers().entrySet()) {
            if (!(layer.getValue() instanceof Flatten) && tensor.shape().rank() == 4) {
                tensor = layer.getValue().forward(tensor, Pass.evaluation());
                String kind = kind(layer.getValue());
                if (!kind.isEmpty()) {
                    responses.add(new Response(layer.getKey() + " " + kind, map(layer.getKey(), tensor.toHost())));
                }
            } else {
                return responses;
            }
        }
        return responses;
    }

    private static String kind(Layer layer) {
        return switch (layer) {
            case Conv2d _ -> "convolution";
            case Activation _ -> "ReLU";
            case MaxPool2d _, AveragePool2d _ -> "pool";
            default -> "";
        };
    }

    private Tensor map(String layer, Tensor output) {
        if (filter < 0 || filter >= output.dim(1)) {
            throw new UserError("--filter " + filter + ": " + layer + " has the filters 0 to " + (output.dim(1) - 1));
        }
        int area = output.dim(2) * output.dim(3);
        Tensor map = Tensor.zeros(1, output.dim(2), output.dim(3));
        System.arraycopy(output.data(), filter * area, map.data(), 0, area);
        return map;
    }

    private static float largest(Tensor map) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : map.data()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** The sheet, with the maps' own numbers as its CSV. */
    private record Measured(Gallery sheet, List<Response> responses) implements Picture {
        @Override
        public String title() {
            return sheet.title();
        }

        @Override
        public String altText() {
            return sheet.altText();
        }

        @Override
        public BufferedImage draw() {
            return sheet.draw();
        }

        @Override
        public String toCsv() {
            Csv csv = new Csv().row("layer", "row", "column", "response");
            for (Response response : responses) {
                for (int i = 0; i < response.map().size(); i++) {
                    int width = response.map().dim(2);
                    csv.row(
                            response.layer(),
                            Integer.toString(i / width),
                            Integer.toString(i % width),
                            Csv.number(response.map().data()[i]));
                }
            }
            return csv.toString();
        }
    }
}
