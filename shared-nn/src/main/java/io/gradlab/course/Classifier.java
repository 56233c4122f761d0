package io.gradlab.course;

import io.gradlab.nn.tensor.Tensor;

/** A model that learns classes from examples, with the four methods that scikit-learn made customary. */
public interface Classifier {

    /**
     * Trains the model from where it stands.
     *
     * @param inputs {@code [N, inputs]}
     * @param labels one of 0 .. classes - 1 for each sample
     */
    void fit(Tensor inputs, int[] labels);

    /** Returns the probability of each class, {@code [N, classes]}, for inputs {@code [N, inputs]}. */
    Tensor predictProba(Tensor inputs);

    /** Returns the most probable class of each sample (the smallest of equals) for inputs {@code [N, inputs]}. */
    int[] predict(Tensor inputs);

    /** Returns the share of the samples whose most probable class is their label, in [0, 1]. */
    double score(Tensor inputs, int[] labels);
}
