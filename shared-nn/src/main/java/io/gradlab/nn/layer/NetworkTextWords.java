package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.NetworkTextElement.Convolution;
import io.gradlab.nn.layer.NetworkTextElement.FullyConnected;
import io.gradlab.nn.layer.NetworkTextElement.Unweighted;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The words of the networks' text form, and how each is written. */
final class NetworkTextWords {
    private static final List<String> KNOWN = List.of(
            "conv",
            "maxpool",
            "avgpool",
            "flatten",
            "dense",
            "dropout",
            "dropout2d",
            "batchnorm",
            "relu",
            "tanh",
            "sigmoid",
            "linear",
            "selu",
            "leakyrelu",
            "scale");

    private NetworkTextWords() {}

    /**
     * Reads one element without its name: a word and what stands after it.
     *
     * @throws NetworkTextException if it is not well written; the message does not say which element it is
     */
    static NetworkTextElement read(String text) {
        List<String> tokens = Arrays.asList(text.strip().split("\\s+"));
        String word = tokens.getFirst().toLowerCase(Locale.ROOT);
        List<String> rest = tokens.subList(1, tokens.size());
        return switch (word) {
            case "conv" -> convolution(new NetworkTextArguments(rest, "conv 32 5x5 pad 2"));
            case "maxpool" -> pool(new NetworkTextArguments(rest, "maxpool 2"), MaxPool2d::new);
            case "avgpool" -> pool(new NetworkTextArguments(rest, "avgpool 2"), AveragePool2d::new);
            case "flatten" -> plain(new NetworkTextArguments(rest, word), Flatten::new);
            case "dense" -> dense(new NetworkTextArguments(rest, "dense 128"));
            case "dropout" -> dropout(new NetworkTextArguments(rest, "dropout 0.5"), Dropout::new);
            case "dropout2d" -> dropout(new NetworkTextArguments(rest, "dropout2d 0.05"), Dropout::ofChannels);
            case "batchnorm" -> {
                new NetworkTextArguments(rest, word).end();
                yield new NetworkTextElement.Normalization();
            }
            case "relu", "tanh", "sigmoid", "linear" -> {
                ActivationKind kind = ActivationKind.valueOf(word.toUpperCase(Locale.ROOT));
                yield plain(new NetworkTextArguments(rest, word), () -> new Activation(kind));
            }
            case "selu" -> plain(new NetworkTextArguments(rest, word), Selu::new);
            case "leakyrelu" -> leakyRelu(new NetworkTextArguments(rest, "leakyrelu 0.01"));
            case "scale" -> scale(new NetworkTextArguments(rest, "scale 0.125"));
            default -> throw new NetworkTextException(unknown("layer", word, KNOWN));
        };
    }

    private static NetworkTextElement convolution(NetworkTextArguments arguments) {
        int filters = arguments.count("the number of filters");
        int[] kernel = arguments.window("the kernel");
        Map<String, Integer> options = arguments.options(Map.of("pad", 0, "stride", 1));
        return new Convolution(
                filters,
                new WindowGeometry(
                        kernel[0], kernel[1], options.getOrDefault("stride", 1), options.getOrDefault("pad", 0)));
    }

    private static NetworkTextElement pool(NetworkTextArguments arguments, Function<WindowGeometry, Layer> maker) {
        int side = arguments.count("the window's side");
        int stride = arguments.options(Map.of("stride", 1)).getOrDefault("stride", side);
        WindowGeometry window = WindowGeometry.square(side, stride, 0);
        return new Unweighted(() -> maker.apply(window));
    }

    private static NetworkTextElement dense(NetworkTextArguments arguments) {
        int units = arguments.count("the number of units");
        arguments.end();
        return new FullyConnected(units);
    }

    private static NetworkTextElement dropout(NetworkTextArguments arguments, DoubleFunction<Layer> maker) {
        double rate = arguments.share("the share to drop");
        return plain(arguments, () -> maker.apply(rate));
    }

    private static NetworkTextElement leakyRelu(NetworkTextArguments arguments) {
        double slope = arguments.share("the slope");
        return plain(arguments, () -> new LeakyRelu(slope));
    }

    private static NetworkTextElement scale(NetworkTextArguments arguments) {
        double factor = arguments.share("the factor");
        return plain(arguments, () -> new Scale(factor));
    }

    private static NetworkTextElement plain(NetworkTextArguments arguments, Supplier<Layer> maker) {
        arguments.end();
        return new Unweighted(maker);
    }

    /** Returns what to say about an unknown word: the nearest known one, if any is near, and all of them. */
    static String unknown(String kind, String word, Collection<String> known) {
        String nearest = known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 2))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> ", did you mean " + candidate + "?")
                .orElse(".");
        List<String> listed = kind.equals("layer")
                ? List.copyOf(known)
                : known.stream().sorted().toList();
        return "unknown " + kind + " '" + word + "'" + nearest + " There are: " + String.join(", ", listed);
    }

    private static int distance(String word, String known) {
        boolean longOrShort = word.startsWith(known) || known.startsWith(word); // convolution, drop
        return longOrShort ? 0 : edits(word, known);
    }

    /** Returns how many letters to insert, drop or change to make {@code to} of {@code from} (Levenshtein, 1966). */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
