/**
 * Your part of lab 3. Each class says what to write; {@code ./gradlab check lab3} says how far you are, and
 * {@code ./gradlab check 3.1} looks at one task alone. More classes of your own are welcome.
 */
@NullMarked
package io.gradlab.lab3.student;

import org.jspecify.annotations.NullMarked;
