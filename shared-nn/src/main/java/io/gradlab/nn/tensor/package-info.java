/**
 * Numbers and where they live: {@link io.gradlab.nn.tensor.Tensor}, its {@link io.gradlab.nn.tensor.Shape}, and the
 * counter-based randomness of {@link io.gradlab.nn.tensor.Seed}. Knows nothing else. Start with {@code Tensor}.
 */
@NullMarked
package io.gradlab.nn.tensor;

import org.jspecify.annotations.NullMarked;
