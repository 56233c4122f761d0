package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Tensor;

/**
 * Some samples, as a network takes them.
 *
 * @param inputs {@code [N, sample...]}, for example {@code [64, 1, 28, 28]}
 * @param targets {@code [N, classes]}, one-hot
 * @param labels the N labels as numbers
 */
public record Batch(Tensor inputs, Tensor targets, int[] labels) {

    /** Returns how many samples there are. */
    public int size() {
        return labels.length;
    }
}
