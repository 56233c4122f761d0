package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.plot.HeatMaps;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The first convolution's kernels, a map for each of their input channels. */
final class FirstKernels {
    private static final List<String> COLOURS = List.of("red", "green", "blue");
    private static final int COLUMNS = 8;
    private static final int COLOUR_COLUMNS = 9; // three kernels a row
    private static final int AT_MOST = 64;
    private static final int COLOUR_AT_MOST = 24;

    private FirstKernels() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        Parameter first = run.network().parameters().stream()
                .filter(parameter -> parameter.value().shape().rank() == 4)
                .findFirst()
                .orElseThrow(() -> new UserError("--of kernels: the network of the run in "
                        + run.past().folder() + " has no convolution; choose another analysis"));
        Tensor weight = first.value().toHost();
        int channels = weight.dim(1);
        List<Integer> kernels = chosen(options.kernels(), weight.dim(0), channels == 1 ? AT_MOST : COLOUR_AT_MOST);
        List<HeatMaps.Item> maps = new ArrayList<>();
        for (int kernel : kernels) {
            for (int channel = 0; channel < channels; channel++) {
                String caption = channels == 1 ? "kernel " + kernel : kernel + " " + channel(channel, channels);
                maps.add(new HeatMaps.Item(plane(weight, kernel, channel), caption));
            }
        }
        String title = "Kernels of " + first.name() + how(options.kernels(), kernels.size(), weight.dim(0));
        int columns = channels == 1
                ? columns(options.kernels().size())
                : channels == 3 ? COLOUR_COLUMNS : Math.min(channels, 10);
        return List.of(new Finding.Figure(
                "kernels",
                new HeatMaps(title, "weight", maps, columns, HeatMaps.Scale.symmetric(maps)),
                "Red weights add to the output where the image is bright, blue ones take away."));
    }

    /** Returns a square's side for a few chosen ones. */
    private static int columns(int asked) {
        return asked == 0 ? COLUMNS : Math.min(COLUMNS, (int) Math.ceil(Math.sqrt(asked)));
    }

    private static List<Integer> chosen(List<Integer> asked, int all, int most) {
        for (int kernel : asked) {
            if (kernel < 0 || kernel >= all) {
                throw new UserError("--kernels " + kernel + ": the kernels are numbered 0 to " + (all - 1));
            }
        }
        return asked.isEmpty() ? IntStream.range(0, Math.min(all, most)).boxed().toList() : asked;
    }

    private static String how(List<Integer> asked, int shown, int all) {
        if (!asked.isEmpty()) {
            return ", " + shown + " of " + all;
        }
        return shown < all ? ", the first " + shown : "";
    }

    private static String channel(int channel, int channels) {
        return channels == COLOURS.size() ? COLOURS.get(channel) : "channel " + channel;
    }

    /** Returns a plane {@code [H, W]} of {@code [A, B, H, W]}. */
    static Tensor plane(Tensor tensor, int a, int b) {
        int size = tensor.dim(2) * tensor.dim(3);
        int begin = (a * tensor.dim(1) + b) * size;
        return Tensor.of(
                Shape.of(tensor.dim(2), tensor.dim(3)), Arrays.copyOfRange(tensor.data(), begin, begin + size));
    }
}
