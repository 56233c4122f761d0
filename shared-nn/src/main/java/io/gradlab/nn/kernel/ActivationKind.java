package io.gradlab.nn.kernel;

import java.util.Locale;

/** The element-wise non-linearities; each one's derivative can be written in terms of its output y. */
public enum ActivationKind {
    /** y = x, derivative 1. */
    LINEAR,
    /** y = 1 / (1 + e^-x), derivative y (1 - y). */
    SIGMOID,
    /** y = tanh x, derivative 1 - y². */
    TANH,
    /** y = max(0, x), derivative 1 where y > 0, else 0 (also at the kink). */
    RELU;

    /** Returns the name as written in commands and network texts: {@code relu}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
