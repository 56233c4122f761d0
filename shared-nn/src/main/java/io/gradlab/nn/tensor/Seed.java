package io.gradlab.nn.tensor;

/**
 * The one source of randomness: counter-based, so a random number depends on what it is for and never on what was drawn
 * before it, by whom, or on which thread.
 *
 * <p>A seed gives a {@link RandomStream} for each purpose and step, for example {@code ("dropout 3", step 17)}; a stream
 * gives a number for each index. The mixing function is that of SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014).
 */
public record Seed(long value) {

    /** Returns the random numbers for one purpose at one step of the training (0 where there are no steps). */
    public RandomStream stream(String purpose, long step) {
        return new RandomStream(key(purpose) ^ RandomStream.mix(step * RandomStream.GOLDEN_GAMMA + 1));
    }

    /** Returns the random numbers for a purpose that occurs once, for example a weight's initialization. */
    public RandomStream stream(String purpose) {
        return stream(purpose, 0);
    }

    /** Returns the seed of a part that must not share its random numbers with other parts. */
    public Seed derive(String purpose) {
        return new Seed(key(purpose));
    }

    private long key(String purpose) {
        long hash = RandomStream.mix(value + RandomStream.GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            hash = RandomStream.mix(hash + RandomStream.GOLDEN_GAMMA * (purpose.charAt(i) + 1L));
        }
        return hash;
    }
}
