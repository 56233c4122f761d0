package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 3.10: a report that prints 91.64 % and a confusion matrix of the same 10,000 images whose diagonal says 92.35 %.
 * Can both be true?
 */
public final class Referee {

    /**
     * Finds how many right answers of {@code samples} give this percentage when it is rounded to two decimals.
     *
     * @param percent in [0, 100], with two decimals; as a double it may be off in the 15th digit
     * @return the smallest such number, or -1 if there is none
     */
    public int hits(double percent, int samples) {
        throw new NotImplemented("3.10");
    }

    /**
     * Counts how many more right answers a confusion matrix holds than the percentage claims ({@link #hits}) of as many
     * samples as the matrix has; fewer are negative. Every claim in question can be a number of right answers.
     *
     * @param counts {@code [K, K]}
     */
    public int disagreement(double percent, Tensor counts) {
        throw new NotImplemented("3.10");
    }

    /**
     * Says whether two accuracies a and b, each of {@code samples} images of its own, are no further apart than chance
     * explains: {@code |a - b| ≤ 1.96 √((a (1 - a) + b (1 - b)) / n)}. (Of the same images by the same network there is no
     * chance: then they are equal, or one is wrong.)
     *
     * @param one in [0, 1]
     * @param other in [0, 1]
     */
    public boolean mayBeChance(double one, double other, int samples) {
        throw new NotImplemented("3.10");
    }
}
