/**
 * Lab 1: the multi-layer perceptron from scratch. The student writes {@code io.gradlab.lab1.student}; the rest is given.
 */
@NullMarked
package io.gradlab.lab1;

import org.jspecify.annotations.NullMarked;
