/**
 * Lab 2: convolutional networks. {@code model} holds the reports' networks, {@code experiment} what trains, {@code analysis}
 * what looks into finished runs.
 */
@NullMarked
package io.gradlab.lab2;

import org.jspecify.annotations.NullMarked;
