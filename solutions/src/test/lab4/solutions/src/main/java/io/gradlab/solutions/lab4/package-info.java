/** Reference answers of the sample lab. Start with {@link io.gradlab.solutions.lab4.RunningMean}. */
@NullMarked
package io.gradlab.solutions.lab4;

import org.jspecify.annotations.NullMarked;
