/** The checks of the sample lab, with the mistakes that they recognise. */
@NullMarked
package io.gradlab.grader.lab4;

import org.jspecify.annotations.NullMarked;
