package io.gradlab.lab2.model;

import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.tensor.Shape;

/**
 * Our own network for CIFAR-10: small, and quick to learn. Its shape follows the public speed runs (Jordan, 2024), cut to
 * sizes that suit a CPU: maps of 32, 16, 8 and 4 pixels, channels in multiples of 32.
 */
public final class FastNetwork {
    /** The convolution that whitens; its weights come from the images and do not learn. */
    public static final String WHITENING = "whiten";

    /** The name that batch norm layers begin with. */
    public static final String BATCH_NORM = "bn";

    private FastNetwork() {}

    /**
     * Returns the network.
     *
     * @param width channels of the wide blocks, a multiple of 32
     */
    public static NetworkText of(int width) {
        return NetworkText.of("""
                whiten: conv 32 3x3 pad 1, relu
                conv1: conv 64 3x3 pad 1, maxpool 2, bn1: batchnorm, relu
                conv2: conv 64 3x3 pad 1, bn2: batchnorm, relu
                conv3: conv WIDTH 3x3 pad 1, maxpool 2, bn3: batchnorm, relu
                conv4: conv WIDTH 3x3 pad 1, bn4: batchnorm, relu
                conv5: conv WIDTH 3x3 pad 1, maxpool 2, bn5: batchnorm, relu
                conv6: conv WIDTH 3x3 pad 1, bn6: batchnorm, relu
                maxpool 4, flatten, fc: dense 10, scale 0.125
                """.replace("WIDTH", Integer.toString(width)), Shape.of(3, 32, 32));
    }
}
