/** The grader's commands. */
@NullMarked
package io.gradlab.grader.cli;

import org.jspecify.annotations.NullMarked;
