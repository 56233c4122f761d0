package io.gradlab.lab2.experiment;

import io.gradlab.nn.data.Transform;

/**
 * How an experiment trains unless told otherwise.
 *
 * @param learningRate Adam's at the start; it falls to a tenth for the last third of the epochs
 * @param scaling changes each sample, in training and evaluation alike
 */
record CnnRecipe(int epochs, int batch, double learningRate, Transform scaling) {

    /** Returns the same recipe for another number of epochs. */
    CnnRecipe withEpochs(int other) {
        return new CnnRecipe(other, batch, learningRate, scaling);
    }
}
