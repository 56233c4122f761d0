/**
 * Looking into a pretrained network: what excites a filter, which pixels a class depends on, what each layer makes of an
 * image. {@link io.gradlab.lab3.visualize.VisualizeCommand} is the command, {@link io.gradlab.lab3.visualize.Subject} the
 * network. Knows features, weights, images and plots.
 */
@NullMarked
package io.gradlab.lab3.visualize;

import org.jspecify.annotations.NullMarked;
