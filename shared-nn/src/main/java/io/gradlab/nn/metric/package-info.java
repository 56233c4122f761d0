/** Measures of a classifier's predictions. Knows tensors only. */
@NullMarked
package io.gradlab.nn.metric;

import org.jspecify.annotations.NullMarked;
