package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;

/** A change to one sample, in place, as it is read: scaling, or a random variation. */
@FunctionalInterface
public interface Transform {
    /** Leaves samples as they are. */
    Transform NONE = (numbers, offset, shape, random) -> {};

    /**
     * Changes a sample in place.
     *
     * @param numbers holds the sample from {@code offset} on, row-major
     * @param shape the sample's shape, for example {@code [3, 32, 32]}
     * @param random this sample's own random numbers, others in each epoch
     */
    void apply(float[] numbers, int offset, Shape shape, RandomStream random);

    /**
     * Changes a sample in place, knowing whose turn it is; unless overridden, that makes no difference.
     *
     * @param turn the sample, the epoch and the sample's random numbers
     */
    default void apply(float[] numbers, int offset, Shape shape, Turn turn) {
        apply(numbers, offset, shape, turn.random());
    }

    /** Returns this transform followed by another, which gets random numbers of its own. */
    default Transform then(Transform next) {
        return new TransformPair(this, next);
    }
}
