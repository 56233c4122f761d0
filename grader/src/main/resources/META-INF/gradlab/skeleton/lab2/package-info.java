/**
 * Your part of lab 2. Each class says what to write; {@code ./gradlab check lab2} says how far you are, and
 * {@code ./gradlab check 2.1} looks at one task alone. More classes of your own are welcome.
 */
@NullMarked
package io.gradlab.lab2.student;

import org.jspecify.annotations.NullMarked;
