/**
 * Files of pretrained weights: which there are and where, how their networks want their images, downloading and opening
 * them, and putting them into a network by name. Start with {@link io.gradlab.lab3.weights.WeightFile}. Knows the core
 * and {@code lab3.torch}.
 */
@NullMarked
package io.gradlab.lab3.weights;

import org.jspecify.annotations.NullMarked;
