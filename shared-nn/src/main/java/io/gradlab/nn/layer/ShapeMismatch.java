package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.Shape;

/** An input that a layer cannot take; the message names the layer's path, both shapes and the likely cause. */
public final class ShapeMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String problem;

    /**
     * Creates the error as the layer itself sees it.
     *
     * @param layer the layer as text, for example {@code Dense(784 → 256)}
     * @param expected what it takes, for example {@code [N, 784]}
     * @param actual what it got
     * @param guess the likely cause and the mend, a sentence
     */
    public ShapeMismatch(String layer, String expected, Shape actual, String guess) {
        this("", layer + " takes " + expected + ", but got " + actual + ". " + guess);
    }

    private ShapeMismatch(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.problem = problem;
    }

    /** Returns the same error with the layer's place in the network put in front. */
    public ShapeMismatch at(String path) {
        String own = getMessage().equals(problem)
                ? ""
                : getMessage().substring(0, getMessage().indexOf(": "));
        return new ShapeMismatch(own.isEmpty() ? path : path + "." + own, problem);
    }
}
