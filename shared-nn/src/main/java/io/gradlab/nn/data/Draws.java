package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;

/** Random numbers one after the other, for drawing one image; the stream's indices 0, 1, 2, … in turn. */
final class Draws {
    private final RandomStream random;
    private long next;

    Draws(RandomStream random) {
        this.random = random;
    }

    /** Returns a number in [low, high). */
    float between(double low, double high) {
        return (float) (low + (high - low) * random.uniform(next++));
    }

    /** Returns a number in [-size, size), small ones more often: the mean of two uniform ones. */
    float jitter(double size) {
        return (between(-size, size) + between(-size, size)) / 2;
    }

    /** Returns an integer in 0 .. bound - 1. */
    int below(int bound) {
        return random.below(next++, bound);
    }

    /** Returns true with the given probability. */
    boolean chance(double probability) {
        return random.uniform(next++) < probability;
    }

    /** Adds uniform noise in [-size, size) to each number. */
    void addNoise(float[] numbers, float size) {
        for (int i = 0; i < numbers.length; i += 4) {
            long bits = random.bits(next++);
            for (int k = i; k < Math.min(i + 4, numbers.length); k++, bits >>>= 16) {
                numbers[k] += size * ((bits & 0xFFFF) * 0x1p-15f - 1);
            }
        }
    }
}
