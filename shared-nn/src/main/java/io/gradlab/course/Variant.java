package io.gradlab.course;

import java.util.Locale;

/** Which implementation of a lab's contract: {@code --with mine|solutions|core}. */
public enum Variant {
    /** What the student writes. */
    MINE,
    /** The reference answers. */
    SOLUTIONS,
    /** The engine. */
    CORE;

    /** Returns the name as written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
