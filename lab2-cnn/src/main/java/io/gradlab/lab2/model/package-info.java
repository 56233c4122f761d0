/** The reports' networks, in the short text form of {@link io.gradlab.nn.layer.NetworkText}. */
@NullMarked
package io.gradlab.lab2.model;

import org.jspecify.annotations.NullMarked;
