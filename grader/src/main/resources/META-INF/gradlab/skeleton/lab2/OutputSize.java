package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;

/** Task 2.1: how many windows fit into a row or a column of an image. */
public final class OutputSize {

    /**
     * Computes {@code floor((input + 2·padding - kernel) / stride) + 1}.
     *
     * <p>Where the kernel is longer than the padded line, the fraction is negative and the result 0 or less. Mind that
     * {@code /} rounds towards zero, not down.
     *
     * @param input length of the line, at least 1
     * @param kernel length of the window, at least 1
     * @param stride from one window to the next, at least 1
     * @param padding zeros added at each of the two ends, at least 0
     */
    public int of(int input, int kernel, int stride, int padding) {
        throw new NotImplemented("2.1");
    }
}
