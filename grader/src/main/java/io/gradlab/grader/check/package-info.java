/**
 * What checks are made of: {@link io.gradlab.grader.check.Task} and {@link io.gradlab.grader.check.Check} mark them,
 * {@link io.gradlab.grader.check.Bench} is what they work at, and {@link io.gradlab.grader.check.Comparison} writes the
 * sentence that a student reads when a tensor is wrong; {@link io.gradlab.grader.check.OwnForward} adds whether forward or
 * backward is to blame.
 */
@NullMarked
package io.gradlab.grader.check;

import org.jspecify.annotations.NullMarked;
