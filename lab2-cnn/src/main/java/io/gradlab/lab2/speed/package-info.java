/**
 * {@code gradlab lab2-speeds}: how fast the same convolution is by the student's loops, by the student's product form, and
 * by the engine's kernel. Start reading at {@link io.gradlab.lab2.speed.SpeedsCommand}.
 */
@NullMarked
package io.gradlab.lab2.speed;

import org.jspecify.annotations.NullMarked;
