package io.gradlab.grader.oracle;

/** The confusion matrix {@code [K, K]}, row = truth, and what follows from it. */
public final class ConfusionOracle {

    private ConfusionOracle() {}

    /** Counts samples by true and by predicted class. */
    public static DoubleTensor counts(int[] labels, int[] predictions, int classes) {
        DoubleTensor counts = DoubleTensor.zeros(classes, classes);
        for (int n = 0; n < labels.length; n++) {
            counts.data()[labels[n] * classes + predictions[n]] += 1;
        }
        return counts;
    }

    /** Returns the diagonal, {@code [K]}. */
    public static DoubleTensor hits(DoubleTensor counts) {
        DoubleTensor hits = DoubleTensor.zeros(counts.dim(0));
        for (int k = 0; k < hits.data().length; k++) {
            hits.data()[k] = counts.at(k, k);
        }
        return hits;
    }

    /** Returns the diagonal over the sums of the rows, {@code [K]}; NaN where a row is empty. */
    public static DoubleTensor accuracies(DoubleTensor counts) {
        DoubleTensor accuracies = hits(counts);
        for (int k = 0; k < accuracies.data().length; k++) {
            double sum = 0;
            for (int j = 0; j < counts.dim(1); j++) {
                sum += counts.at(k, j);
            }
            accuracies.data()[k] = sum == 0 ? Double.NaN : accuracies.data()[k] / sum;
        }
        return accuracies;
    }
}
