/**
 * Your part of lab 1. Each class says what to write; {@code ./gradlab check lab1} says how far you are, and
 * {@code ./gradlab check 1.1} looks at one task alone. More classes of your own are welcome.
 */
@NullMarked
package io.gradlab.lab1.student;

import org.jspecify.annotations.NullMarked;
