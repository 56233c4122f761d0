/**
 * Reference answers of lab 2, written as a textbook would: plain loops over {@link
 * io.gradlab.nn.tensor.Tensor#data()}. The students' skeletons are made from these classes. Start with {@link
 * io.gradlab.solutions.lab2.Flatten}, then {@link io.gradlab.solutions.lab2.Convolution}.
 */
@NullMarked
package io.gradlab.solutions.lab2;

import org.jspecify.annotations.NullMarked;
