package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network written as a short text, with all shapes known and no weights yet:
 *
 * <pre>{@code
 * conv 32 5x5 pad 2, relu, maxpool 2
 * conv 64 5x5 pad 2, relu, maxpool 2
 * flatten, fc1: dense 1024, relu, dropout 0.5, dense 10
 * }</pre>
 *
 * <p>Elements stand between commas or line breaks. Each is a word with numbers: {@code conv FILTERS HxW [pad P]
 * [stride S]}, {@code maxpool SIDE [stride S]} and {@code avgpool SIDE [stride S]} (the stride is the side by default),
 * {@code flatten}, {@code dense UNITS}, {@code dropout SHARE}, {@code relu}, {@code tanh}, {@code sigmoid}, {@code
 * linear}, {@code selu}, {@code leakyrelu SLOPE}, {@code scale FACTOR}. Input channels and units follow from the sample's shape. A name may stand in front, with a colon; the other
 * layers are named by their place: {@code 0}, {@code 1}, …
 */
public final class NetworkText {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z]\\w*)\\s*:(.*)");

    private final Shape sample;
    private final List<Part> parts;

    private record Part(String name, NetworkTextElement element, Shape input, Shape output) {}

    private NetworkText(Shape sample, List<Part> parts) {
        this.sample = sample;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a network's text.
     *
     * @param sample the shape of one sample, {@code [C, H, W]} or {@code [units]}
     * @throws NetworkTextException if the text is wrong, or a layer cannot take what the one before it gives
     */
    public static NetworkText of(String text, Shape sample) {
        List<Part> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Shape shape = sample.prepend(1);
        for (String piece : text.split("[,\\r\\n]")) {
            String element = piece.strip();
            if (!element.isEmpty()) {
                Part part = part(element, parts.size(), shape);
                if (!names.add(part.name())) {
                    throw new NetworkTextException(
                            parts.size() + 1, element, "there is a layer '" + part.name() + "' already; rename one");
                }
                parts.add(part);
                shape = part.output();
            }
        }
        if (parts.isEmpty()) {
            throw new NetworkTextException("the network's text is empty; write for example `flatten, dense 10`");
        }
        return new NetworkText(sample, parts);
    }

    /**
     * Reads a network's text and makes the network.
     *
     * @param sample the shape of one sample, {@code [C, H, W]} or {@code [units]}
     * @throws NetworkTextException if the text is wrong, or a layer cannot take what the one before it gives
     */
    public static Sequential parse(String text, Shape sample, Initialization initialization, Seed seed) {
        return of(text, sample).create(initialization, seed);
    }

    /** Makes the network; layer NAME's weight comes from the seed's stream {@code NAME.weight}, biases are zero. */
    public Sequential create(Initialization initialization, Seed seed) {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        for (Part part : parts) {
            Layer layer = part.element().create(part.input(), initialization, seed.stream(part.name() + ".weight"));
            layers.put(part.name(), layer);
        }
        return new Sequential(layers);
    }

    /** Returns what {@link NetworkSummary#of} returns for the network, without making its weights. */
    public NetworkSummary summary() {
        return new NetworkSummary(sample, parts.stream().map(NetworkText::row).toList());
    }

    /** Returns the shape of one sample's input, {@code [C, H, W]} or {@code [units]}. */
    public Shape sample() {
        return sample;
    }

    private static NetworkSummary.Row row(Part part) {
        String label = part.element().label(part.input());
        return part.element()
                .weightShape(part.input())
                .map(weight -> new NetworkSummary.Row(
                        part.name(),
                        label,
                        part.output().withoutFirst(),
                        (long) weight.size() + weight.dim(0),
                        weight.rank() > 1 ? NetworkSummary.multiplyAdds(weight, part.output()) : 0))
                .orElseGet(() ->
                        new NetworkSummary.Row(part.name(), label, part.output().withoutFirst(), 0, 0));
    }

    private static Part part(String text, int place, Shape input) {
        Matcher named = NAMED.matcher(text);
        String name = named.matches() ? named.group(1) : Integer.toString(place);
        try {
            NetworkTextElement element = NetworkTextWords.read(named.matches() ? named.group(2) : text);
            Shape output = element.outputShape(input);
            element.weightShape(input); // refuses a weight that no array can hold
            return new Part(name, element, input, output);
        } catch (ShapeMismatch mismatch) {
            throw new NetworkTextException(
                    place + 1, text, mismatch.at("layer " + name).getMessage());
        } catch (ArithmeticException e) {
            throw new NetworkTextException(place + 1, text, "its numbers are too large");
        } catch (IllegalArgumentException problem) {
            throw new NetworkTextException(place + 1, text, problem.getMessage());
        }
    }
}
