/** The checks of lab 2, with the mistakes that they recognise. Start with {@code ConvolutionChecks}. */
@NullMarked
package io.gradlab.grader.lab2;

import org.jspecify.annotations.NullMarked;
