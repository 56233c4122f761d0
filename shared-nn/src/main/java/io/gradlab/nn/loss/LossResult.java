package io.gradlab.nn.loss;

import io.gradlab.nn.tensor.Tensor;

/**
 * A loss and its gradient.
 *
 * @param value the mean over the batch, in nats
 * @param gradient {@code [N, K]}, with respect to the logits; it already contains 1/N
 */
public record LossResult(double value, Tensor gradient) {}
