package io.gradlab.lab3.features;

import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The part of a pretrained network that a new task starts from.
 *
 * @param label where it comes from, in a few words
 * @param features whole blocks, each up to its pool, {@code [N, 3, H, W]} to maps
 * @param blocks how many
 * @param image the shape of one image
 * @param convention how the weights want images
 * @param dense the pretrained dense layers with a new last one, {@code [N, 25088]} to logits; empty if there are none
 */
public record Backbone(
        String label, Sequential features, int blocks, Shape image, Convention convention, Optional<Sequential> dense) {

    /** Returns the layers of the first {@code count} blocks, with their names; a block ends with its pool. */
    public SequencedMap<String, Layer> first(int count) {
        return part(0, count);
    }

    /** Returns the layers of the blocks after the first {@code count}, with their names. */
    public SequencedMap<String, Layer> after(int count) {
        return part(count, blocks);
    }

    private SequencedMap<String, Layer> part(int from, int to) {
        SequencedMap<String, Layer> part = new LinkedHashMap<>();
        int block = 0;
        for (Map.Entry<String, Layer> layer : features.layers().entrySet()) {
            if (block >= from && block < to) {
                part.put(layer.getKey(), layer.getValue());
            }
            block += layer.getValue() instanceof MaxPool2d ? 1 : 0;
        }
        return part;
    }

    /** Returns the shape of one image's maps, {@code [C, H, W]}. */
    public Shape maps() {
        return features.outputShape(image.prepend(1)).withoutFirst();
    }
}
