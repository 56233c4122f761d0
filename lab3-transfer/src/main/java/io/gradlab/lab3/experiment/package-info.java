/**
 * Lab 3's experiments: one file each. {@link io.gradlab.lab3.experiment.CifarVgg} makes the weights that come with the
 * project.
 */
@NullMarked
package io.gradlab.lab3.experiment;

import org.jspecify.annotations.NullMarked;
