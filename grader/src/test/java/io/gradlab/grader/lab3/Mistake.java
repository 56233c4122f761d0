package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;

/**
 * An implementation with one mistake, and what the check must say about it.
 *
 * @param task whose check must fail
 * @param says part of the message
 */
record Mistake(String name, Class<?> task, Lab3 lab, String says) {

    @Override
    public String toString() {
        return name;
    }

    /** Returns the numbers in single precision. */
    static Tensor tensor(DoubleTensor numbers) {
        Tensor tensor = Tensor.zeros(numbers.shape());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) numbers.data()[i];
        }
        return tensor;
    }
}
