/**
 * A course's book of marks: who takes part, what was handed in when, what people added to the automatic points. It reads
 * receipts and knows nothing of how they came about. Start with {@link io.gradlab.grader.gradebook.Gradebook}.
 */
@NullMarked
package io.gradlab.grader.gradebook;

import org.jspecify.annotations.NullMarked;
