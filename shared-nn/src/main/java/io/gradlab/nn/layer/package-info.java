/**
 * Layers: differentiable functions with parameters, and the networks made of them. Start with {@link
 * io.gradlab.nn.layer.Layer}, then {@link io.gradlab.nn.layer.Dense} as the plainest example and {@link
 * io.gradlab.nn.layer.Sequential}. Knows kernels and tensors.
 */
@NullMarked
package io.gradlab.nn.layer;

import org.jspecify.annotations.NullMarked;
