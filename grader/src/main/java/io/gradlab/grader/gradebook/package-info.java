/**
 * A course's book of marks: who takes part, what was handed in when, what people added to the automatic points. Start with
 * {@link io.gradlab.grader.gradebook.Mark}.
 */
@NullMarked
package io.gradlab.grader.gradebook;

import org.jspecify.annotations.NullMarked;
