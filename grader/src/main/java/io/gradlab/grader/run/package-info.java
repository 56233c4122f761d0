/** Runs checks on a subject and scores them. Start with {@link io.gradlab.grader.run.CheckRunner}. */
@NullMarked
package io.gradlab.grader.run;

import org.jspecify.annotations.NullMarked;
