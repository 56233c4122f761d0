/**
 * Event files that TensorBoard opens: numbers, histograms and pictures by step. Written here because no small library writes
 * them: TensorFlow's own bindings weigh hundreds of megabytes. The format is TensorFlow's, as its
 * {@code record_writer.cc}, {@code event.proto} and {@code summary.proto} describe it. Knows nothing of networks. Start with
 * {@link io.gradlab.nn.tensorboard.EventFile}.
 */
@NullMarked
package io.gradlab.nn.tensorboard;

import org.jspecify.annotations.NullMarked;
