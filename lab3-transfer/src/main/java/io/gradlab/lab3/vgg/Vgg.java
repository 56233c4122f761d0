package io.gradlab.lab3.vgg;

import io.gradlab.nn.layer.AdaptiveAveragePool2d;
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
import java.util.Locale;
import java.util.SequencedMap;
import java.util.StringJoiner;

/**
 * The networks of Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition" (2015,
 * table 1), {@code [N, 3, H, W]} to logits {@code [N, outputs]}; each also with a batch normalization after every
 * convolution, as torchvision has it.
 *
 * <p>Parameters have torchvision's names: {@code features.0.weight} … {@code classifier.6.bias}. The images have at least
 * 32×32 pixels; an adaptive average pool brings the last maps to 7×7, which those of 224×224 images have already.
 */
public enum Vgg {
    /** 8 convolutions and 3 dense layers: the paper's network A. */
    VGG11("64 M 128 M 256 256 M 512 512 M 512 512 M", false),
    /** 10 convolutions and 3 dense layers: network B. */
    VGG13("64 64 M 128 128 M 256 256 M 512 512 M 512 512 M", false),
    /** 13 convolutions and 3 dense layers: network D. */
    VGG16("64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M", false),
    /** 16 convolutions and 3 dense layers: network E. */
    VGG19("64 64 M 128 128 M 256 256 256 256 M 512 512 512 512 M 512 512 512 512 M", false),
    /** Network A with batch normalization. */
    VGG11_BN(VGG11.blocks, true),
    /** Network B with batch normalization. */
    VGG13_BN(VGG13.blocks, true),
    /** Network D with batch normalization. */
    VGG16_BN(VGG16.blocks, true),
    /** Network E with batch normalization. */
    VGG19_BN(VGG19.blocks, true);

    /** The units of the first two dense layers. */
    public static final int HIDDEN = 4096;

    private static final int POOLS = 5;
    private static final int POOLED = 7; // rows and columns of the maps that the dense layers see
    private static final int FEATURES = 512 * POOLED * POOLED;
    private static final int SMALLEST = 32; // five pools leave one pixel

    private final String blocks; // filters of each convolution; M is a pool
    private final boolean batchNorm;

    Vgg(String blocks, boolean batchNorm) {
        this.blocks = blocks;
        this.batchNorm = batchNorm;
    }

    /** Returns torchvision's name, for example {@code vgg16_bn}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes the network of four parts: {@code features}, {@code avgpool}, {@code flatten} and {@code classifier}, the first
     * and the last networks of their own.
     *
     * @param image the images' shape, {@code [3, H, W]}, at least 32×32
     * @param outputs the last layer's units, at least 1
     * @throws IllegalArgumentException if the images have another shape
     */
    public Sequential create(Shape image, int outputs, Initialization initialization, Seed seed) {
        return create(image, HIDDEN, outputs, initialization, seed);
    }

    /** Makes the network with {@code hidden} in place of {@value #HIDDEN} units in the first two dense layers. */
    public Sequential create(Shape image, int hidden, int outputs, Initialization initialization, Seed seed) {
        SequencedMap<String, Layer> parts = new LinkedHashMap<>();
        parts.put("features", features(image).create(initialization, seed.derive("features")));
        parts.put("avgpool", new AdaptiveAveragePool2d(POOLED, POOLED));
        parts.put("flatten", new Flatten());
        parts.put("classifier", classifier(hidden, outputs).create(initialization, seed.derive("classifier")));
        return new Sequential(parts);
    }

    /**
     * Returns the network's layers, output shapes and sizes without making its weights, which take half a gigabyte.
     *
     * @param image the images' shape, {@code [3, H, W]}, at least 32×32
     * @param outputs the last layer's units, at least 1
     * @throws IllegalArgumentException if the images have another shape
     */
    public NetworkSummary summary(Shape image, int outputs) {
        List<NetworkSummary.Row> rows = new ArrayList<>();
        features(image).summary().rows().forEach(row -> rows.add(row.inside("features")));
        Shape pooled = Shape.of(rows.getLast().output().dim(0), POOLED, POOLED);
        rows.add(new NetworkSummary.Row("avgpool", new AdaptiveAveragePool2d(POOLED, POOLED).toString(), pooled, 0, 0));
        rows.add(new NetworkSummary.Row("flatten", new Flatten().toString(), Shape.of(FEATURES), 0, 0));
        classifier(HIDDEN, outputs).summary().rows().forEach(row -> rows.add(row.inside("classifier")));
        return new NetworkSummary(image, rows);
    }

    /**
     * Returns the convolutional part, {@code [N, 3, H, W]} to {@code [N, 512, H/32, W/32]}, rounded down.
     *
     * @throws IllegalArgumentException if the images have another shape
     */
    public NetworkText features(Shape image) {
        return features(image, POOLS);
    }

    /**
     * Returns the first blocks of the convolutional part, each up to its pool: {@code [N, 3, H, W]} to {@code [N, C, H/2ᵇ,
     * W/2ᵇ]}; for files that hold these alone.
     *
     * @param count 1 to 5 blocks
     * @throws IllegalArgumentException if the images have another shape
     */
    public NetworkText features(Shape image, int count) {
        if (count < 1 || count > POOLS) {
            throw new IllegalArgumentException("VGG has 5 blocks, so take 1 to 5, not " + count);
        }
        if (image.rank() != 3 || image.dim(0) != 3 || image.dim(1) < SMALLEST || image.dim(2) < SMALLEST) {
            throw new IllegalArgumentException("VGG takes images [3, H, W] of at least 32×32, but got " + image
                    + ": repeat a gray image's channel, and enlarge small images");
        }
        StringJoiner text = new StringJoiner(", ");
        int pools = 0;
        for (String block : blocks.split(" ")) {
            boolean pool = block.equals("M");
            if (pools < count) {
                text.add(
                        pool
                                ? "maxpool 2"
                                : "conv " + block + " 3x3 pad 1" + (batchNorm ? ", batchnorm" : "") + ", relu");
            }
            pools += pool ? 1 : 0;
        }
        return NetworkText.of(text.toString(), image);
    }

    /** Returns the dense part, {@code [N, 25088]} to logits {@code [N, outputs]}. */
    public NetworkText classifier(int hidden, int outputs) {
        String between = "relu, dropout 0.5, ";
        return NetworkText.of(
                "dense " + hidden + ", " + between + "dense " + hidden + ", " + between + "dense " + outputs,
                Shape.of(FEATURES));
    }
}
