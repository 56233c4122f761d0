/** The checks of lab 1, a class for each task, and beside them the misconceptions that they recognise. */
@NullMarked
package io.gradlab.grader.lab1;

import org.jspecify.annotations.NullMarked;
