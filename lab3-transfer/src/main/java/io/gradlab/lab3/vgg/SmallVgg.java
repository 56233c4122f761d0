package io.gradlab.lab3.vgg;

import io.gradlab.nn.layer.AdaptiveAveragePool2d;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.StringJoiner;

/**
 * A small network in VGG's manner, {@code [N, 3, H, W]} to logits {@code [N, outputs]}: four blocks of two convolutions with
 * batch normalization, then one dense layer. For images of 32×32, though it takes larger ones.
 *
 * <p>Parameters are named as in {@link Vgg}: {@code features.0.weight} … {@code classifier.0.bias}.
 */
public final class SmallVgg {
    /** Filters of each convolution; M is a pool. */
    public static final String TEXT = "32 32 M 64 64 M 128 128 M 256 256 M";

    /** How many blocks there are. */
    public static final int BLOCKS = 4;

    private static final int CHANNELS = 256; // of the last maps
    private static final int POOLED = 2; // rows and columns of the maps that the dense layer sees
    private static final int SMALLEST = 16; // four pools leave one pixel

    private SmallVgg() {}

    /**
     * Makes the network of four parts: {@code features}, {@code avgpool}, {@code flatten} and {@code classifier}.
     *
     * @param image the images' shape, {@code [3, H, W]}, at least 16×16
     * @param outputs the last layer's units, at least 1
     * @throws IllegalArgumentException if the images have another shape
     */
    public static Sequential create(Shape image, int outputs, Initialization initialization, Seed seed) {
        SequencedMap<String, Layer> parts = new LinkedHashMap<>();
        parts.put("features", features(image, BLOCKS).create(initialization, seed.derive("features")));
        parts.put("avgpool", new AdaptiveAveragePool2d(POOLED, POOLED));
        parts.put("flatten", new Flatten());
        parts.put(
                "classifier",
                NetworkText.of("dense " + outputs, Shape.of(CHANNELS * POOLED * POOLED))
                        .create(initialization, seed.derive("classifier")));
        return new Sequential(parts);
    }

    /**
     * Returns the first blocks, each up to its pool: {@code [N, 3, H, W]} to {@code [N, C, H/2ᵇ, W/2ᵇ]}.
     *
     * @param count 1 to 4 blocks
     * @throws IllegalArgumentException if there are not as many, or the images have another shape
     */
    public static NetworkText features(Shape image, int count) {
        if (count < 1 || count > BLOCKS) {
            throw new IllegalArgumentException("The small VGG has 4 blocks, so take 1 to 4, not " + count);
        }
        if (image.rank() != 3 || image.dim(0) != 3 || image.dim(1) < SMALLEST || image.dim(2) < SMALLEST) {
            throw new IllegalArgumentException(
                    "The small VGG takes images [3, H, W] of at least 16×16, but got " + image);
        }
        StringJoiner text = new StringJoiner(", ");
        int pools = 0;
        for (String word : TEXT.split(" ")) {
            if (pools < count) {
                text.add(word.equals("M") ? "maxpool 2" : "conv " + word + " 3x3 pad 1, batchnorm, relu");
            }
            pools += word.equals("M") ? 1 : 0;
        }
        return NetworkText.of(text.toString(), image);
    }
}
