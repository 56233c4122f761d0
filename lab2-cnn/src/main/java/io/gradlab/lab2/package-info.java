/**
 * Lab 2: convolutional networks. {@code student} is yours, {@code model} holds the reports' networks, {@code experiment}
 * what trains.
 */
@NullMarked
package io.gradlab.lab2;

import org.jspecify.annotations.NullMarked;
