/**
 * Prepares sources for JPlag, which finds what submissions have in common. JPlag is under the GPL, so it is a program of its
 * own that an instructor brings along, and never on GradLab's class path. Start with {@link
 * io.gradlab.grader.similarity.PreparedFolders}.
 */
@NullMarked
package io.gradlab.grader.similarity;

import org.jspecify.annotations.NullMarked;
