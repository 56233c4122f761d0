/**
 * Grading many submissions: which of them, with which seed, at the same time, and so that a killed run goes on where it
 * was. Start with {@link io.gradlab.grader.grading.GradingRun}.
 */
@NullMarked
package io.gradlab.grader.grading;

import org.jspecify.annotations.NullMarked;
