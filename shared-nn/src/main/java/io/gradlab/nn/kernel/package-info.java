/**
 * The compute primitives as an interface, {@link io.gradlab.nn.kernel.Kernels}, with one implementation for each kind of
 * device in the packages below. Knows tensors only.
 */
@NullMarked
package io.gradlab.nn.kernel;

import org.jspecify.annotations.NullMarked;
