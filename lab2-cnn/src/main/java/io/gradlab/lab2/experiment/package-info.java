/**
 * Lab 2's experiments: one file each, with its network and recipe. {@link io.gradlab.lab2.experiment.CnnExperiment} does what
 * the published ones share, {@link io.gradlab.lab2.experiment.CifarExperiment} and {@link
 * io.gradlab.lab2.experiment.MnistSplit} choose the data, {@link io.gradlab.lab2.experiment.CnnOptions} trains, with the
 * layers that {@link io.gradlab.lab2.experiment.OwnParts} puts in place of the engine's if asked to.
 */
@NullMarked
package io.gradlab.lab2.experiment;

import org.jspecify.annotations.NullMarked;
