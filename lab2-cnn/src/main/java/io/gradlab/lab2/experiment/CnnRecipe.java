package io.gradlab.lab2.experiment;

import io.gradlab.nn.data.Transform;

/**
 * How an experiment trains unless told otherwise.
 *
 * @param learningRate the optimizer's at the start
 * @param fall how it changes
 * @param scaling changes each sample, in training and evaluation alike
 */
record CnnRecipe(int epochs, int batch, double learningRate, RateFall fall, Transform scaling) {

    /** Returns the same recipe for another number of epochs. */
    CnnRecipe withEpochs(int other) {
        return new CnnRecipe(other, batch, learningRate, fall, scaling);
    }

    /** Returns the same recipe with another way for the rate to change. */
    CnnRecipe falling(RateFall other) {
        return new CnnRecipe(epochs, batch, learningRate, other, scaling);
    }

    /** Returns the same recipe with another learning rate. */
    CnnRecipe withRate(double other) {
        return new CnnRecipe(epochs, batch, other, fall, scaling);
    }

    /** Returns the same recipe with another scaling. */
    CnnRecipe scaledBy(Transform other) {
        return new CnnRecipe(epochs, batch, learningRate, fall, other);
    }
}
