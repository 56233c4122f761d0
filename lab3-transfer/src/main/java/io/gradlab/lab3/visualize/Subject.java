package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The network that is looked into.
 *
 * @param label what it is, in a few words
 * @param network {@code [N, 3, H, W]} to maps or logits
 * @param convention how it wants images
 * @param classes the names of its outputs; empty if it has no classifier
 * @param size rows and columns of the images that it is made for
 */
record Subject(String label, Sequential network, Convention convention, List<String> classes, int size) {

    /** Returns every layer by its path, in order: {@code features.0}, … */
    SequencedMap<String, Layer> layers() {
        SequencedMap<String, Layer> flat = new LinkedHashMap<>();
        collect(network, "", flat);
        return flat;
    }

    /**
     * Returns the network up to a layer, that one included.
     *
     * @throws UserError if there is no such layer; it names the convolutions
     */
    Sequential upTo(String path) {
        SequencedMap<String, Layer> before = new LinkedHashMap<>();
        for (Map.Entry<String, Layer> layer : layers().entrySet()) {
            before.put(layer.getKey().replace('.', '_'), layer.getValue());
            if (layer.getKey().equals(path)) {
                return new Sequential(before);
            }
        }
        throw new UserError("--layer " + path + ": " + label + " has no such layer; its convolutions are "
                + String.join(", ", convolutions()));
    }

    /** Returns the whole network without nesting. */
    Sequential flat() {
        return upTo(layers().lastEntry().getKey());
    }

    List<String> convolutions() {
        List<String> names = new ArrayList<>();
        layers().forEach((name, layer) -> {
            if (layer instanceof Conv2d) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * Returns the number of a class that is named or numbered.
     *
     * @throws UserError if there is none
     */
    int classOf(String nameOrNumber) {
        if (classes.isEmpty()) {
            throw new UserError("--class " + nameOrNumber + ": " + label
                    + " has no classifier; name a run with --run, or leave --weights out");
        }
        int number = classes.indexOf(nameOrNumber);
        if (number < 0 && nameOrNumber.matches("\\d{1,4}")) {
            number = Integer.parseInt(nameOrNumber);
        }
        if (number < 0 || number >= classes.size()) {
            throw new UserError("--class " + nameOrNumber + ": there is no such class; give 0 to "
                    + (classes.size() - 1) + ", or a name: "
                    + String.join(", ", classes.subList(0, Math.min(10, classes.size()))));
        }
        return number;
    }

    private static void collect(Sequential network, String path, SequencedMap<String, Layer> flat) {
        network.layers().forEach((name, layer) -> {
            if (layer instanceof Sequential inner) {
                collect(inner, path + name + ".", flat);
            } else {
                flat.put(path + name, layer);
            }
        });
    }
}
