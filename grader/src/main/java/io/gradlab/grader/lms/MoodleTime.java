package io.gradlab.grader.lms;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as Moodle writes them in English: {@code Friday, 15 March 2024, 3:05 PM}, or, in American English, {@code Friday,
 * March 15, 2024, 3:05 PM}; some sites have 24 hours. There is no zone: it is that of the user who took the worksheet.
 */
final class MoodleTime {
    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("[EEEE, ]d MMMM uuuu[,] h:mm a"),
            format("[EEEE, ]d MMMM uuuu[,] H:mm"),
            format("[EEEE, ]MMMM d, uuuu[,] h:mm a"),
            format("[EEEE, ]MMMM d, uuuu[,] H:mm"));

    private MoodleTime() {}

    /**
     * Reads a cell; empty if it says that there is no time.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    static Optional<Instant> parse(String cell, ZoneId zone) {
        String text = cell.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
        if (text.isEmpty() || text.equals("-")) {
            return Optional.empty();
        }
        for (DateTimeFormatter format : FORMATS) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, format).atZone(zone).toInstant());
            } catch (DateTimeParseException otherFormat) {
                continue;
            }
        }
        throw new IllegalArgumentException(
                "the time '" + text + "' is not written as Moodle does in English (Friday, 15"
                        + " March 2024, 3:05 PM); set Moodle's language to English and take the worksheet again");
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
