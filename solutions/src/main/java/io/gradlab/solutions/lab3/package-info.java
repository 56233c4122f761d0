/**
 * Reference answers of lab 3: a pretrained network put to a new use, step by step. The students' skeletons are made from
 * these classes. Start with {@link io.gradlab.solutions.lab3.Pixels}, then {@link io.gradlab.solutions.lab3.Resize}.
 */
@NullMarked
package io.gradlab.solutions.lab3;

import org.jspecify.annotations.NullMarked;
