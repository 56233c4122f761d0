package io.gradlab.grader.check;

import io.gradlab.grader.oracle.DoubleTensor;

/**
 * A mistake that is made often, and what comes out of it.
 *
 * @param sentence completes "it looks as if …"
 * @param wrong the values that the mistake gives; NaN where it gives NaN
 */
public record Misconception(String sentence, DoubleTensor wrong) {}
