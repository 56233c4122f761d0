/** Pictures, drawn with XChart: each is written as PNG beside the CSV it is drawn from. Knows metrics and {@code History}. */
@NullMarked
package io.gradlab.nn.plot;

import org.jspecify.annotations.NullMarked;
