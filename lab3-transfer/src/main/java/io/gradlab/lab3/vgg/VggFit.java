package io.gradlab.lab3.vgg;

import io.gradlab.nn.io.StoredTensor;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How well a file's tensors fit a VGG network.
 *
 * @param network the network
 * @param convolutions how many of its convolutions, from the first on, the file has without a gap
 * @param allConvolutions how many there are
 * @param dense how many of the three dense layers the file has, the last one with any number of outputs
 */
public record VggFit(Vgg network, int convolutions, int allConvolutions, int dense) {
    private static final Shape IMAGE = Shape.of(3, 224, 224);
    private static final int DENSE_LAYERS = 3;

    /**
     * Returns the network that the tensors fit best: all tensors called {@code features…} belong to it, and the first
     * convolutions are there. Of equals, the smaller.
     */
    public static Optional<VggFit> best(Map<String, StoredTensor> tensors) {
        return Arrays.stream(Vgg.values())
                .flatMap(network -> of(network, tensors).stream())
                .max(Comparator.comparingDouble(VggFit::share)
                        .thenComparing(
                                Comparator.comparingInt(VggFit::allConvolutions).reversed()));
    }

    /** Returns how the tensors fit this network; empty if they do not. */
    static Optional<VggFit> of(Vgg network, Map<String, StoredTensor> tensors) {
        List<NetworkSummary.Row> convolutions = new ArrayList<>();
        TreeSet<String> layers = new TreeSet<>();
        for (NetworkSummary.Row row : network.summary(IMAGE, 1000).rows()) {
            if (row.parameters() > 0 && row.name().startsWith("features.")) {
                layers.add(row.name());
                if (row.layer().startsWith("Conv2d")) {
                    convolutions.add(row);
                }
            }
        }
        boolean foreign = tensors.keySet().stream()
                .filter(name -> name.startsWith("features."))
                .anyMatch(name -> !layers.contains(name.substring(0, name.lastIndexOf('.'))));
        int found = 0;
        int channels = 3;
        while (!foreign && found < convolutions.size()) {
            int filters = convolutions.get(found).output().dim(0);
            String name = convolutions.get(found).name() + ".weight";
            if (!has(tensors, name, Shape.of(filters, channels, 3, 3))) {
                break;
            }
            channels = filters;
            found++;
        }
        return found == 0
                ? Optional.empty()
                : Optional.of(new VggFit(network, found, convolutions.size(), dense(tensors)));
    }

    /** Tells whether all convolutions are there. */
    public boolean hasAllFeatures() {
        return convolutions == allConvolutions;
    }

    /** Returns for example {@code vgg19: 8 of 16 convolutions, no dense layer}. */
    @Override
    public String toString() {
        return network.label() + ": "
                + (hasAllFeatures() ? "all " : convolutions + " of ")
                + allConvolutions + " convolutions, "
                + (dense == 0
                        ? "no dense layer"
                        : dense == DENSE_LAYERS ? "all 3 dense layers" : dense + " of 3 dense layers");
    }

    private double share() {
        return (double) convolutions / allConvolutions;
    }

    private static int dense(Map<String, StoredTensor> tensors) {
        int dense = has(tensors, "classifier.0.weight", Shape.of(Vgg.HIDDEN, 25088)) ? 1 : 0;
        dense += has(tensors, "classifier.3.weight", Shape.of(Vgg.HIDDEN, Vgg.HIDDEN)) ? 1 : 0;
        StoredTensor last = tensors.get("classifier.6.weight");
        return dense + (last != null && last.shape().rank() == 2 && last.shape().dim(1) == Vgg.HIDDEN ? 1 : 0);
    }

    private static boolean has(Map<String, StoredTensor> tensors, String name, Shape shape) {
        StoredTensor tensor = tensors.get(name);
        return tensor != null && tensor.shape().equals(shape);
    }
}
