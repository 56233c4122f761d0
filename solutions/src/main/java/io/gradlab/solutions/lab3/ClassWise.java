package io.gradlab.solutions.lab3;

import io.gradlab.course.ClassReport;
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
        // BEGIN SOLUTION 3.9
        int classes = counts.dim(0);
        Tensor matrices = Tensor.zeros(classes, 2, 2);
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < counts.size(); i++) {
                int row = i / classes == k ? 0 : 1;
                int column = i % classes == k ? 0 : 1;
                matrices.data()[4 * k + 2 * row + column] += counts.data()[i];
            }
        }
        return matrices;
        // END SOLUTION
    }

    /**
     * Finds the pairs of a true and another, predicted class with the most samples; of equals, the one in the smaller row
     * comes first, then the one in the smaller column.
     *
     * @param count how many pairs
     * @return true and predicted class of each pair in turn, 2 · count numbers
     */
    public int[] mostConfused(Tensor counts, int count) {
        // BEGIN SOLUTION 3.9
        int classes = counts.dim(0);
        boolean[] taken = new boolean[counts.size()];
        int[] pairs = new int[2 * count];
        for (int pair = 0; pair < count; pair++) {
            int best = -1;
            for (int i = 0; i < taken.length; i++) {
                boolean mistake = i / classes != i % classes;
                if (mistake && !taken[i] && (best < 0 || counts.data()[i] > counts.data()[best])) {
                    best = i;
                }
            }
            taken[best] = true;
            pairs[2 * pair] = best / classes;
            pairs[2 * pair + 1] = best % classes;
        }
        return pairs;
        // END SOLUTION
    }

    /**
     * Finds the classes with the best and the worst accuracy (true positives over all samples of the class, at least one),
     * with the most false negatives and with the most false positives; of equals, the smaller number.
     */
    public ClassReport report(Tensor counts) {
        // BEGIN SOLUTION 3.9
        Tensor matrices = oneVsRest(counts);
        int best = 0;
        int worst = 0;
        int negatives = 0;
        int positives = 0;
        for (int k = 1; k < counts.dim(0); k++) {
            best = accuracy(matrices, k) > accuracy(matrices, best) ? k : best;
            worst = accuracy(matrices, k) < accuracy(matrices, worst) ? k : worst;
            negatives = matrices.at(k, 0, 1) > matrices.at(negatives, 0, 1) ? k : negatives;
            positives = matrices.at(k, 1, 0) > matrices.at(positives, 1, 0) ? k : positives;
        }
        return new ClassReport(best, worst, negatives, positives);
        // END SOLUTION
    }

    private static double accuracy(Tensor matrices, int k) {
        // BEGIN SOLUTION 3.9
        double hits = matrices.at(k, 0, 0);
        return hits / (hits + matrices.at(k, 0, 1));
        // END SOLUTION
    }
}
