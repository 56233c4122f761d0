/**
 * Experiments: a training that reproduces a published one, as a sub-command of {@code gradlab train}. A lab names its
 * network and recipe ({@link io.gradlab.course.experiment.Experiment}); {@link io.gradlab.course.experiment.Run} does what
 * all have in common: the folder, checkpoints and resuming, the history, the summary and the pictures. {@code gradlab report}
 * reads such folders again ({@link io.gradlab.course.experiment.PastRun}).
 */
@NullMarked
package io.gradlab.course.experiment;

import org.jspecify.annotations.NullMarked;
