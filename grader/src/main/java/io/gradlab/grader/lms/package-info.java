/**
 * What Canvas and Moodle give out and take back: the names of bulk downloads, and their tables, of which only the marks are
 * filled in. Knows the marks of {@code gradebook} and no more. Start with {@link io.gradlab.grader.lms.CanvasExport}.
 */
@NullMarked
package io.gradlab.grader.lms;

import org.jspecify.annotations.NullMarked;
