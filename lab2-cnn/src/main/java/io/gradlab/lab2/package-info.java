/**
 * Lab 2, convolutional networks: {@code student} holds what a student writes, {@code experiment} the trainings, {@code
 * model} their networks, {@code analysis} what can be seen of a finished run, {@code speed} how fast the student's
 * convolutions are. {@link io.gradlab.lab2.Lab2Mine} hands the student's classes out.
 */
@NullMarked
package io.gradlab.lab2;

import org.jspecify.annotations.NullMarked;
