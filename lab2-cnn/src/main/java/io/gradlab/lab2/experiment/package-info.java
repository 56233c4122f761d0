/**
 * Lab 2's experiments: one file each, with its network and recipe; {@link io.gradlab.lab2.experiment.CnnOptions} does
 * what they share.
 */
@NullMarked
package io.gradlab.lab2.experiment;

import org.jspecify.annotations.NullMarked;
