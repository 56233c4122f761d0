package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a student's points for a lab came about, line by line. */
public final class CourseTable {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private CourseTable() {}

    /** Returns the columns of {@link #rows}. */
    static List<String> header() {
        return List.of("what counts", "points", "of", "why");
    }

    /** Returns lines that add up to the final points, which are the last. */
    static List<List<String>> rows(Standing standing) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Automatic checks", text(standing.automatic()), text(standing.automaticMaximum()), ""));
        standing.overrides().stream()
                .filter(override -> !override.task().isEmpty())
                .forEach(override -> rows.add(List.of(
                        override.task() + " set to " + text(override.points()),
                        signed(override.points().subtract(override.was())),
                        "",
                        override.reason())));
        standing.manual()
                .forEach(mark -> rows.add(List.of(
                        mark.title(),
                        mark.points().map(CourseTable::text).orElse(""),
                        text(mark.maximum()),
                        why(mark))));
        if (standing.timing().daysLate() > 0) {
            rows.add(List.of(
                    "Handed in late",
                    standing.points().isPresent() ? signed(standing.deducted().negate()) : "",
                    "",
                    late(standing.timing())));
        }
        standing.overrides().stream()
                .filter(override -> override.task().isEmpty())
                .forEach(override -> rows.add(List.of(
                        "Set for the whole lab",
                        signed(override.points().subtract(override.was())),
                        "",
                        override.reason())));
        rows.add(List.of(
                "Final",
                standing.points().map(CourseTable::text).orElse(""),
                text(standing.maximum()),
                String.join("; ", standing.notes())));
        return rows;
    }

    /** Returns the same as text, a line each, as a platform's comment field takes it. */
    public static String comment(Standing standing) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows(standing)) {
            text.append(row.get(0)).append(": ").append(row.get(1).isEmpty() ? "open" : row.get(1));
            text.append(row.get(2).isEmpty() ? "" : " of " + row.get(2));
            text.append(row.get(3).isEmpty() ? "" : " (" + row.get(3) + ")").append('\n');
        }
        return text.toString().stripTrailing();
    }

    /** Returns when it was handed in, and when it had to be. */
    static String times(Timing timing) {
        return timing.submitted().map(time -> "Handed in " + time(time)).orElse("Time of handing in unknown")
                + "; the deadline was " + time(timing.deadline()) + (timing.extended() ? " (extended)." : ".");
    }

    private static String late(Timing timing) {
        int days = timing.daysLate();
        return days + (days == 1 ? " day" : " days") + ", " + text(timing.penalty()) + " % less";
    }

    private static String why(ManualMark mark) {
        return Stream.of(
                        mark.points().isEmpty() ? Outcome.PENDING_MANUAL.label() : "",
                        mark.comment(),
                        mark.marker().isEmpty() ? "" : "[" + mark.marker() + "]")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String time(OffsetDateTime time) {
        return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
    }

    private static String signed(BigDecimal points) {
        return (points.signum() > 0 ? "+" : "") + text(points);
    }

    static String text(BigDecimal points) {
        return Standing.plain(points).toPlainString();
    }
}
