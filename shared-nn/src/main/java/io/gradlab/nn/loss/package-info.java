/** Losses: a batch's mean and its gradient, which already contains 1/N. Knows kernels. */
@NullMarked
package io.gradlab.nn.loss;

import org.jspecify.annotations.NullMarked;
