/**
 * Lab 3's experiments: one file each. {@link io.gradlab.lab3.experiment.CifarVgg} makes the weights that come with the
 * project; {@link io.gradlab.lab3.experiment.TransferExperiment} does what the transfers share: caching, training, pictures.
 */
@NullMarked
package io.gradlab.lab3.experiment;

import org.jspecify.annotations.NullMarked;
