package io.gradlab.grader.gradebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;

/**
 * What learning platforms know.
 *
 * @param names reads the names of downloads
 * @param times when participants of a Moodle course handed in, by their number, in a course's time zone
 */
public record Lms(LmsNames names, Function<ZoneId, Map<String, Instant>> times) {
    /** Nothing. */
    public static final Lms NONE = new Lms(LmsNames.NONE, Map.of());

    /** Creates what platforms know whose times are known already. */
    public Lms(LmsNames names, Map<String, Instant> times) {
        this(names, _ -> times);
    }
}
