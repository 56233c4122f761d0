package io.gradlab.course;

import io.gradlab.nn.tensor.Seed;

/**
 * How to make a classifier of few images from a network that was trained on other classes.
 *
 * @param blocks how many of the pretrained blocks stay, frozen: 0 (the pixels themselves) to {@value
 *     TransferClassifier#BLOCKS}
 * @param learningRate η of the head, a dense layer trained by Adam
 * @param batchSize images in a mini-batch; the last one of an epoch may be smaller
 * @param epochs passes over the images
 * @param seed where the head's first weights and the order of the images come from
 */
public record TransferConfig(int blocks, double learningRate, int batchSize, int epochs, Seed seed) {}
