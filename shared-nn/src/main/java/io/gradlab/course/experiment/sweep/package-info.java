/**
 * {@code gradlab sweep}: one experiment trained with every combination of some options' values. {@link
 * io.gradlab.course.experiment.sweep.Grid} is what is asked for, {@link io.gradlab.course.experiment.sweep.Sweep} trains it
 * point by point, {@link io.gradlab.course.experiment.sweep.SweepReport} tells what came of it.
 */
@NullMarked
package io.gradlab.course.experiment.sweep;

import org.jspecify.annotations.NullMarked;
