/**
 * For reading: matrix product and convolution in steps, from the definition to nearly the speed of {@code kernel.cpu}, each
 * step one idea. {@code docs/performance.md} walks through them; {@code gradlab bench --only ladder} measures them.
 *
 * <p>One thread, row-major arrays. Knows nothing. Start with {@link io.gradlab.nn.kernel.ladder.NaiveMatmul}.
 */
@NullMarked
package io.gradlab.nn.kernel.ladder;

import org.jspecify.annotations.NullMarked;
