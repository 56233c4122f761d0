/** Optimizers and learning-rate schedules. Knows kernels and the layers' {@code Parameter}. */
@NullMarked
package io.gradlab.nn.optim;

import org.jspecify.annotations.NullMarked;
