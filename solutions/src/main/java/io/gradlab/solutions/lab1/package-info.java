/**
 * Reference answers of lab 1, written as a textbook would: plain loops over {@link
 * io.gradlab.nn.tensor.Tensor#data()}. The students' skeletons are made from these classes. Start with {@link
 * io.gradlab.solutions.lab1.Linear}, then {@link io.gradlab.solutions.lab1.Dense}.
 */
@NullMarked
package io.gradlab.solutions.lab1;

import org.jspecify.annotations.NullMarked;
