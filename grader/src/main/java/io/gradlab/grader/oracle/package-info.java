/**
 * What the checks compare with: the labs' formulas as plain loops in double precision, on small arrays of their own. It
 * uses nothing of the engine but {@code Shape} and {@code Tensor} at its edges. Start with {@link
 * io.gradlab.grader.oracle.DenseOracle}.
 */
@NullMarked
package io.gradlab.grader.oracle;

import org.jspecify.annotations.NullMarked;
