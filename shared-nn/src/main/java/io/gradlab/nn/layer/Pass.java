package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;

/**
 * What a layer is told about the pass it takes part in.
 *
 * @param mode training or evaluation
 * @param seed where a random layer draws from
 * @param step number of the optimizer step, which changes the random numbers from batch to batch
 * @param path where the layer sits, for example {@code features.3}; empty at the top
 */
public record Pass(Mode mode, Seed seed, long step, String path) {

    /** Returns the pass of a training step. */
    public static Pass training(Seed seed, long step) {
        return new Pass(Mode.TRAIN, seed, step, "");
    }

    /** Returns the pass of an evaluation, which needs no randomness. */
    public static Pass evaluation() {
        return new Pass(Mode.EVAL, new Seed(0), 0, "");
    }

    /** Returns the pass as the child {@code name} sees it. */
    public Pass into(String name) {
        return new Pass(mode, seed, step, path.isEmpty() ? name : path + "." + name);
    }

    /** Returns whether this is a training pass. */
    public boolean training() {
        return mode == Mode.TRAIN;
    }

    /** Returns this layer's random numbers at this step. */
    public RandomStream random() {
        return seed.stream(path, step);
    }
}
