/**
 * Names that stand for students, so that results can be shown to people who need not know whose they are. Start with
 * {@link io.gradlab.grader.privacy.Pseudonyms}.
 */
@NullMarked
package io.gradlab.grader.privacy;

import org.jspecify.annotations.NullMarked;
