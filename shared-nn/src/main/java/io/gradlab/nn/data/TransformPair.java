package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;

/** One transform after the other, each with random numbers of its own. */
record TransformPair(Transform first, Transform second) implements Transform {
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        first.apply(numbers, offset, shape, random);
        second.apply(numbers, offset, shape, further(random));
    }

    @Override
    public void apply(float[] numbers, int offset, Shape shape, Turn turn) {
        first.apply(numbers, offset, shape, turn);
        second.apply(numbers, offset, shape, turn.with(further(turn.random())));
    }

    private static RandomStream further(RandomStream random) {
        return new RandomStream(random.bits(-1));
    }
}
