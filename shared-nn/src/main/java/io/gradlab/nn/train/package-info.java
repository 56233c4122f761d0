/** Training: the loop, its history, checkpoints and what ends it early. Start with {@link io.gradlab.nn.train.Trainer}. */
@NullMarked
package io.gradlab.nn.train;

import org.jspecify.annotations.NullMarked;
