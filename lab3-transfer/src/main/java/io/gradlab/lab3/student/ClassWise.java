package io.gradlab.lab3.student;

import io.gradlab.course.ClassReport;
import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Tensor;

/** Task 3.9: what a confusion matrix {@code [K, K]}, row = true class, column = predicted class, says about each class. */
public final class ClassWise {

    /**
     * Makes a 2×2 matrix for each class k, itself against all others:
     *
     * <pre>
     *     true positives: of k, taken for k          false negatives: of k, taken for another
     *     false positives: of another, taken for k   true negatives: of another, taken for another
     * </pre>
     *
     * @return {@code [K, 2, 2]}
     */
    public Tensor oneVsRest(Tensor counts) {
        throw new NotImplemented("3.9");
    }

    /**
     * Finds the pairs of a true and another, predicted class with the most samples; of equals, the one in the smaller row
     * comes first, then the one in the smaller column.
     *
     * @param count how many pairs
     * @return true and predicted class of each pair in turn, 2 · count numbers
     */
    public int[] mostConfused(Tensor counts, int count) {
        throw new NotImplemented("3.9");
    }

    /**
     * Finds the classes with the best and the worst accuracy (true positives over all samples of the class, at least one),
     * with the most false negatives and with the most false positives; of equals, the smaller number.
     */
    public ClassReport report(Tensor counts) {
        throw new NotImplemented("3.9");
    }

    private static double accuracy(Tensor matrices, int k) {
        throw new NotImplemented("3.9");
    }
}
