package io.gradlab.grader.gradebook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Points in time as people write them: {@code 2026-11-02 23:59}, on the clocks of the course's zone, or with an offset
 * that says which clocks, {@code 2026-11-02T22:59:00Z}. What the clocks show twice, when summer time ends, is taken in the
 * student's favour.
 */
final class CourseTime {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd['T'][ ]HH:mm[:ss][.SSS][ ][XXX]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private CourseTime() {}

    /**
     * Returns a deadline.
     *
     * @throws IllegalArgumentException if it is none; the message continues a sentence
     */
    static ZonedDateTime deadline(String text, ZoneId zone) {
        return parse(text, zone, true);
    }

    /** Returns when something was handed in; as {@link #deadline} otherwise. */
    static Instant submitted(String text, ZoneId zone) {
        return parse(text, zone, false).toInstant();
    }

    private static ZonedDateTime parse(String text, ZoneId zone, boolean later) {
        TemporalAccessor parsed;
        try {
            parsed = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "is no point in time: \"" + text + "\"; write it like 2026-11-02 23:59", malformed);
        }
        if (parsed instanceof OffsetDateTime exact) {
            return exact.atZoneSameInstant(zone);
        }
        LocalDateTime local = LocalDateTime.from(parsed);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("is " + text + ", which the clocks of " + zone
                    + " skip as summer time begins; write an hour later or earlier");
        }
        return ZonedDateTime.ofLocal(local, zone, later ? offsets.getLast() : offsets.getFirst());
    }
}
