/**
 * Finds the student package in what was handed in: a zip, a folder, or a folder full of them. Start with {@link
 * io.gradlab.grader.submission.SubmissionReader}.
 */
@NullMarked
package io.gradlab.grader.submission;

import org.jspecify.annotations.NullMarked;
