/** Lab 1's experiments: one file each, with its network, recipe and published result. */
@NullMarked
package io.gradlab.lab1.experiment;

import org.jspecify.annotations.NullMarked;
