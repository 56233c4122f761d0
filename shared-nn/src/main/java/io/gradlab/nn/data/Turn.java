package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;

/**
 * One reading of one sample.
 *
 * @param seed the training's
 * @param epoch 1 for the first, 0 outside training
 * @param sample the sample's place in its set
 * @param random this sample's own random numbers, others in each epoch
 */
public record Turn(Seed seed, long epoch, int sample, RandomStream random) {

    /** Returns the same turn with other random numbers. */
    Turn with(RandomStream other) {
        return new Turn(seed, epoch, sample, other);
    }
}
