package io.gradlab.course;

/**
 * A layer of VGG's convolutional part, as a summary lists it.
 *
 * @param name as torchvision counts them, ReLUs and pools included: {@code features.0}
 * @param channels of its output
 * @param height of its output
 * @param width of its output
 * @param parameters weights and biases; 0 for a ReLU or a pool
 */
public record VggRow(String name, int channels, int height, int width, long parameters) {}
