/** Spreading a course's grading over machines that somebody else's scheduler hands out. Start with {@link io.gradlab.grader.jobs.SlurmJob}. */
@NullMarked
package io.gradlab.grader.jobs;

import org.jspecify.annotations.NullMarked;
