/** The checks of lab 3, with the misconceptions they recognise; start with {@link io.gradlab.grader.lab3.Lab3Checks}. */
@NullMarked
package io.gradlab.grader.lab3;

import org.jspecify.annotations.NullMarked;
