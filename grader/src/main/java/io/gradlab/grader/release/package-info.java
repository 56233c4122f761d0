/**
 * Makes what students get from the reference answers. Start with {@link io.gradlab.grader.release.Skeleton}, which
 * turns one source into its skeleton; {@link io.gradlab.grader.release.Skeletons} knows which files there are and where
 * they go. {@link io.gradlab.grader.release.Release} adds handouts, launcher and jars, and searches the whole for answers;
 * {@link io.gradlab.grader.release.Update} brings a later release into a student's repository.
 */
@NullMarked
package io.gradlab.grader.release;

import org.jspecify.annotations.NullMarked;
