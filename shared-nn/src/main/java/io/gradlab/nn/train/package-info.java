/** Training: the loop, its history, checkpoints and what ends it early. Knows layers, losses, optimizers and data. */
@NullMarked
package io.gradlab.nn.train;

import org.jspecify.annotations.NullMarked;
