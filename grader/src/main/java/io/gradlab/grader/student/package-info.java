/**
 * A student's day around the checks: how far he is, what he hands in, what he starts anew, and the answers for who learns
 * alone. It knows submissions and skeletons, and neither checks nor commands. Start with {@link
 * io.gradlab.grader.student.Progress}.
 */
@NullMarked
package io.gradlab.grader.student;

import org.jspecify.annotations.NullMarked;
