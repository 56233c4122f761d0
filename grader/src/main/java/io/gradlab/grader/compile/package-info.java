/**
 * Compiles what students hand in, in memory, and hands it out as a subject for the checks. A file that does not compile
 * is replaced by its skeleton, so the others still count. Start with {@link io.gradlab.grader.compile.StudentCompiler};
 * {@link io.gradlab.grader.compile.OwnSubmission} does so with the student package of this copy of GradLab.
 */
@NullMarked
package io.gradlab.grader.compile;

import org.jspecify.annotations.NullMarked;
