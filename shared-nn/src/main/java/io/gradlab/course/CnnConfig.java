package io.gradlab.course;

import io.gradlab.nn.tensor.Seed;

/**
 * How to build and train a convolutional network.
 *
 * @param network its layers, as {@link io.gradlab.nn.layer.NetworkText} writes them; the last gives the logits
 * @param optimizer what makes the steps
 * @param learningRate η
 * @param batchSize samples in a mini-batch; the last one of an epoch may be smaller
 * @param epochs passes over the training data
 * @param seed where weights, dropout and the order of the samples come from
 */
public record CnnConfig(
        String network, OptimizerKind optimizer, double learningRate, int batchSize, int epochs, Seed seed) {}
