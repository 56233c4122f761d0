package io.gradlab.grader.lms;

import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.gradebook.Student;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Moodle's offline grading worksheet (Assignment, "Download grading worksheet"), to be filled and uploaded again.
 *
 * <p>Relied on, as in Moodle's {@code assignfeedback_offline} of 2025: the importer needs the columns Identifier, Grade and
 * Last modified (grade), named in the user's language; an identifier is {@code Participant 12345}; feedback is HTML; a grade
 * above the maximum is skipped without a word.
 */
public final class MoodleWorksheet {
    private static final String IDENTIFIER = "Identifier";
    private static final String GRADE = "Grade";
    private static final String MODIFIED = "Last modified (grade)";
    private static final String HANDED_IN = "Last modified (submission)";
    private static final Pattern BEFORE_NUMBER = Pattern.compile("^\\D*");

    private final String text;
    private final RawTable layout;
    private final List<String> header;
    private final List<Integer> rows;

    private MoodleWorksheet(String text) {
        this.text = text;
        this.layout = RawTable.parse(text);
        this.header = layout.rows() == 0 ? List.of() : layout.row(0);
        this.rows = IntStream.range(1, layout.rows()).boxed().toList();
        for (String name : List.of(IDENTIFIER, GRADE, MODIFIED)) {
            if (!header.contains(name)) {
                throw new IllegalArgumentException("it has no column " + name
                        + "; set Moodle's language to English, and" + " take the assignment's grading worksheet again");
            }
        }
    }

    /**
     * Reads a worksheet.
     *
     * @throws IllegalArgumentException if it is none; the message is one line without the file's name
     */
    public static MoodleWorksheet read(Path file) throws IOException {
        return new MoodleWorksheet(Texts.read(file));
    }

    /**
     * Fills in grades and, if the worksheet has a column for it, feedback; every other cell stays byte for byte as it was.
     * A row whose grade cannot be changed stays as it is, and so does that of a mark without points.
     *
     * @throws IllegalArgumentException if a grade is above the maximum, or two are for the same row; the message is one line
     */
    public Filled fill(List<Mark> marks) {
        RawTable table = RawTable.parse(text);
        Map<Mark, Integer> found = new Lines(table, rows)
                .by(this::participant, student -> List.of(student.moodle()))
                .by(header.indexOf("Email address"), student -> List.of(student.email()))
                .by(header.indexOf("Full name"), MoodleWorksheet::names)
                .find(marks);
        Set<Integer> filled = new HashSet<>();
        found.forEach((mark, row) -> mark.points()
                .filter(points -> !cell(row, "Grade can be changed").equalsIgnoreCase("No"))
                .ifPresent(points -> {
                    fill(table, row, mark, points);
                    filled.add(row);
                }));
        return new Filled(
                table.toString(),
                filled.size(),
                marks.stream()
                        .filter(mark -> !found.containsKey(mark))
                        .map(mark -> Lines.named(mark.student()))
                        .toList(),
                rows.stream()
                        .filter(row -> !filled.contains(row))
                        .map(this::name)
                        .toList(),
                header.contains("Feedback comments") || marks.isEmpty()
                        ? List.of()
                        : List.of("it has no column Feedback comments, so there is no feedback; switch the assignment's"
                                + " feedback type Feedback comments on"));
    }

    private void fill(RawTable table, int row, Mark mark, BigDecimal points) {
        String most = cell(row, "Maximum Grade").replace(',', '.');
        if (most.matches("\\d+(\\.\\d+)?") && points.compareTo(new BigDecimal(most)) > 0) {
            throw new IllegalArgumentException(Lines.named(mark.student()) + " has " + Texts.number(points, false)
                    + " points, and the assignment's maximum grade is " + cell(row, "Maximum Grade")
                    + "; set Moodle's maximum to " + Texts.number(mark.maximum(), false));
        }
        table.put(row, header.indexOf(GRADE), Texts.number(points, false));
        int feedback = header.indexOf("Feedback comments");
        if (feedback >= 0 && !mark.comment().isBlank()) {
            table.put(row, feedback, Texts.harmless(html(mark.comment())));
        }
    }

    /**
     * Returns when each participant handed in, by number; who did not is not in it.
     *
     * @param zone that of the user who took the worksheet
     * @throws IllegalArgumentException if the column is not there or a time cannot be read; the message is one line
     */
    public Map<String, Instant> submissionTimes(ZoneId zone) {
        if (!header.contains(HANDED_IN)) {
            throw new IllegalArgumentException("it has no column " + HANDED_IN + "; take the worksheet again from the"
                    + " assignment's list of submissions");
        }
        Map<String, Instant> times = new TreeMap<>();
        rows.forEach(row ->
                MoodleTime.parse(cell(row, HANDED_IN), zone).ifPresent(time -> times.put(participant(row), time)));
        return times;
    }

    /** Returns a student's name; none if the number is known, so that a namesake's row is not his. */
    private static List<String> names(Student student) {
        return student.moodle().isBlank() ? List.of(student.name()) : List.of();
    }

    private String participant(int row) {
        return BEFORE_NUMBER.matcher(cell(row, IDENTIFIER)).replaceFirst("").strip();
    }

    private String name(int row) {
        String name = cell(row, "Full name");
        return name.isEmpty() ? cell(row, IDENTIFIER) : name;
    }

    private String cell(int row, String name) {
        return layout.get(row, header.indexOf(name)).strip();
    }

    /** Returns a comment as Moodle's feedback, which is HTML. */
    private static String html(String comment) {
        String plain =
                comment.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return String.join("<br>", plain.lines().toList());
    }
}
