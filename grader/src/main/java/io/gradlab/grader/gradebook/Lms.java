package io.gradlab.grader.gradebook;

import java.time.Instant;
import java.util.Map;

/**
 * What learning platforms know.
 *
 * @param times when participants of a Moodle course handed in, by their number
 */
public record Lms(LmsNames names, Map<String, Instant> times) {
    /** Nothing. */
    public static final Lms NONE = new Lms(LmsNames.NONE, Map.of());

    /** Keeps a copy. */
    public Lms {
        times = Map.copyOf(times);
    }
}
