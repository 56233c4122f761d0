package io.gradlab.solutions.lab2;

import io.gradlab.nn.tensor.Tensor;

/** Task 2.14: the confusion matrix, which says what a network takes for what, and the accuracy of each class. */
public final class Confusion {

    /**
     * Counts samples by true class (row) and by predicted class (column).
     *
     * @param labels the true class of each sample, in 0 .. classes - 1
     * @param predictions the predicted class of each sample
     * @param classes K
     * @return counts {@code [K, K]}
     */
    public Tensor counts(int[] labels, int[] predictions, int classes) {
        // BEGIN SOLUTION 2.14
        Tensor counts = Tensor.zeros(classes, classes);
        for (int n = 0; n < labels.length; n++) {
            counts.data()[labels[n] * classes + predictions[n]]++;
        }
        return counts;
        // END SOLUTION
    }

    /**
     * Computes for each class the share of its own samples that were predicted right, {@code counts[k, k] / Σ_j
     * counts[k, j]}. A class without samples has no accuracy: NaN says so, 0 would say that all of them were wrong.
     *
     * @param counts {@code [K, K]}; do not change it
     * @return {@code [K]}, in [0, 1] or NaN
     */
    public Tensor accuracies(Tensor counts) {
        // BEGIN SOLUTION 2.14
        int classes = counts.dim(0);
        Tensor accuracies = Tensor.zeros(classes);
        for (int k = 0; k < classes; k++) {
            double samples = 0;
            for (int j = 0; j < classes; j++) {
                samples += counts.at(k, j);
            }
            accuracies.data()[k] = (float) (counts.at(k, k) / samples); // 0 / 0 is NaN
        }
        return accuracies;
        // END SOLUTION
    }
}
