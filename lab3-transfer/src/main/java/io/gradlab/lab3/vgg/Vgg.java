package io.gradlab.lab3.vgg;

import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.StringJoiner;

/**
 * The networks of Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition" (2015,
 * table 1), {@code [N, 3, 224, 224]} to logits {@code [N, outputs]}.
 *
 * <p>Parameters have torchvision's names: {@code features.0.weight} … {@code classifier.6.bias}. Torchvision's adaptive
 * average pool to 7×7 between the two parts leaves the 7×7 maps of 224×224 images as they are, and is left out.
 */
public enum Vgg {
    /** 8 convolutions and 3 dense layers: the paper's network A. */
    VGG11("64 M 128 M 256 256 M 512 512 M 512 512 M"),
    /** 10 convolutions and 3 dense layers: network B. */
    VGG13("64 64 M 128 128 M 256 256 M 512 512 M 512 512 M"),
    /** 13 convolutions and 3 dense layers: network D. */
    VGG16("64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M"),
    /** 16 convolutions and 3 dense layers: network E. */
    VGG19("64 64 M 128 128 M 256 256 256 256 M 512 512 512 512 M 512 512 512 512 M");

    private static final int SIDE = 224;
    private static final int FEATURES = 512 * 7 * 7;

    private final String blocks; // filters of each convolution; M is a pool

    Vgg(String blocks) {
        this.blocks = blocks;
    }

    /**
     * Makes the network: {@code features}, {@code flatten} and {@code classifier}, the outer two networks of their own.
     *
     * @param image the images' shape, {@code [3, 224, 224]}
     * @param outputs the last layer's units, at least 1
     * @throws IllegalArgumentException if the images have another shape
     */
    public Sequential create(Shape image, int outputs, Initialization initialization, Seed seed) {
        SequencedMap<String, Layer> parts = new LinkedHashMap<>();
        parts.put("features", features(image).create(initialization, seed.derive("features")));
        parts.put("flatten", new Flatten());
        parts.put("classifier", classifier(outputs).create(initialization, seed.derive("classifier")));
        return new Sequential(parts);
    }

    /**
     * Returns the network's layers, output shapes and sizes without making its weights, which take half a gigabyte.
     *
     * @param image the images' shape, {@code [3, 224, 224]}
     * @param outputs the last layer's units, at least 1
     * @throws IllegalArgumentException if the images have another shape
     */
    public NetworkSummary summary(Shape image, int outputs) {
        List<NetworkSummary.Row> rows = new ArrayList<>();
        features(image).summary().rows().forEach(row -> rows.add(row.inside("features")));
        rows.add(new NetworkSummary.Row("flatten", new Flatten().toString(), Shape.of(FEATURES), 0, 0));
        classifier(outputs).summary().rows().forEach(row -> rows.add(row.inside("classifier")));
        return new NetworkSummary(image, rows);
    }

    /**
     * Returns the convolutional part, {@code [N, 3, 224, 224]} to {@code [N, 512, 7, 7]}.
     *
     * @throws IllegalArgumentException if the images have another shape
     */
    public NetworkText features(Shape image) {
        if (!image.equals(Shape.of(3, SIDE, SIDE))) {
            throw new IllegalArgumentException("VGG takes images [3, 224, 224], but got " + image
                    + ": resize them to 224×224 with three channels (other sizes need an adaptive pool)");
        }
        StringJoiner text = new StringJoiner(", ");
        for (String block : blocks.split(" ")) {
            text.add(block.equals("M") ? "maxpool 2" : "conv " + block + " 3x3 pad 1, relu");
        }
        return NetworkText.of(text.toString(), image);
    }

    /** Returns the dense part, {@code [N, 25088]} to logits {@code [N, outputs]}. */
    public NetworkText classifier(int outputs) {
        return NetworkText.of(
                "dense 4096, relu, dropout 0.5, dense 4096, relu, dropout 0.5, dense " + outputs, Shape.of(FEATURES));
    }
}
