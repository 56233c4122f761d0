package io.gradlab.grader.gradebook;

import java.util.Optional;

/** Reads the names that a learning platform gives to what one downloads from it. */
@FunctionalInterface
public interface LmsNames {
    /** Reads none. */
    LmsNames NONE = _ -> Optional.empty();

    /** The platforms whose keys a roster has. */
    enum Platform {
        CANVAS,
        MOODLE
    }

    /**
     * What such a name says.
     *
     * @param key Canvas's number of the student, or Moodle's participant number
     * @param late whether the platform says that it came late
     */
    record Found(Platform platform, String key, boolean late) {}

    /** Returns what a submission's name says; empty if it is no platform's. */
    Optional<Found> parse(String submission);
}
