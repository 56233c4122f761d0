/** {@code gradlab demo}: trains, checks and draws, to show in a minute what there is. */
@NullMarked
package io.gradlab.grader.demo;

import org.jspecify.annotations.NullMarked;
