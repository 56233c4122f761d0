/**
 * Layers: differentiable functions with parameters, and the networks made of them. Start with {@link
 * io.gradlab.nn.layer.Layer}, then {@link io.gradlab.nn.layer.Dense} as the plainest example and {@link
 * io.gradlab.nn.layer.Sequential}; {@link io.gradlab.nn.layer.NetworkText} reads a network from a short
 * text. Knows kernels and tensors.
 */
@NullMarked
package io.gradlab.nn.layer;

import org.jspecify.annotations.NullMarked;
