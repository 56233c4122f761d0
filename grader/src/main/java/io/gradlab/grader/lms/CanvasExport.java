package io.gradlab.grader.lms;

import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.gradebook.Student;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Canvas's gradebook as exported (Grades, Export), to be filled and imported again.
 *
 * <p>Relied on, as in Canvas's {@code gradebook_exporter.rb} and {@code gradebook_importer.rb} of 2025: the first line
 * names the columns; a line may follow that says which assignments are posted by hand, and one of the points possible, where
 * {@code read only} stands in columns that an import skips; a student is found by ID, then SIS User ID, then SIS Login ID,
 * then name; {@code EX} is an excused student and {@code N/A} one who does not have the assignment.
 */
public final class CanvasExport {
    private static final int HEADER = 0;
    private static final Pattern BY_HAND = Pattern.compile("(?i)\\s*(Muted|Manual Posting.*)?\\s*");
    private static final Pattern READ_ONLY = Pattern.compile(".*read\\s+only.*");
    private static final Set<String> KEPT = Set.of("EX", "N/A");

    private final String text;
    private final RawTable layout;
    private final CanvasColumns columns;

    private CanvasExport(String text) {
        this.text = text;
        this.layout = RawTable.parse(text);
        this.columns = new CanvasColumns(layout.rows() == 0 ? List.of() : layout.row(HEADER));
    }

    /**
     * Reads an exported file.
     *
     * @throws IllegalArgumentException if it is none; the message is one line without the file's name
     */
    public static CanvasExport read(Path file) throws IOException {
        return new CanvasExport(Texts.read(file));
    }

    /**
     * Fills the marks of a lab into an assignment's column; every other cell stays byte for byte as it was, and so does that
     * of a mark without points.
     *
     * @param marks of one lab, at least one
     * @param assignment the column's title or number; empty: the one that is called as the lab
     * @throws IllegalArgumentException if no column fits, or the marks do not; the message is one line
     */
    public Filled fill(List<Mark> marks, Optional<String> assignment) {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("there is no mark to fill in");
        }
        RawTable table = RawTable.parse(text);
        int column = columns.assignment(assignment, marks.getFirst().lab());
        List<String> remarks = new ArrayList<>();
        possible().ifPresent(row -> check(row, column, marks, remarks));
        List<Integer> students = students();
        Map<Mark, Integer> found = lines(table, students).find(marks);
        boolean comma = decimalComma(column);
        Set<Integer> filled = new HashSet<>();
        found.forEach((mark, row) -> mark.points()
                .filter(points -> !KEPT.contains(table.get(row, column).strip().toUpperCase(Locale.ROOT)))
                .ifPresent(points -> {
                    table.put(row, column, Texts.number(points, comma));
                    filled.add(row);
                }));
        return new Filled(
                table.toString(),
                filled.size(),
                marks.stream()
                        .filter(mark -> !found.containsKey(mark))
                        .map(mark -> Lines.named(mark.student()))
                        .toList(),
                students.stream()
                        .filter(row -> !filled.contains(row))
                        .map(this::name)
                        .toList(),
                remarks);
    }

    private Lines lines(RawTable table, List<Integer> rows) {
        return new Lines(table, rows)
                .by(columns.of("ID"), student -> List.of(student.canvas()))
                .by(columns.of("SIS User ID"), student -> List.of(student.id()))
                .by(columns.of("SIS Login ID"), student -> List.of(student.id(), student.email()))
                .by(this::name, CanvasExport::names);
    }

    /** Returns a student's name, the first name first; none if the number is known, so that a namesake's line is not his. */
    private static List<String> names(Student student) {
        return student.canvas().isBlank() ? List.of(turned(student.name())) : List.of();
    }

    private String name(int row) {
        return columns.split() ? (layout.get(row, 1) + " " + layout.get(row, 0)).strip() : turned(layout.get(row, 0));
    }

    private static String turned(String name) {
        String[] parts = name.split(",\\s*", 2);
        return parts.length == 2 ? parts[1].strip() + " " + parts[0].strip() : name.strip();
    }

    private Optional<Integer> possible() {
        return IntStream.range(1, layout.rows())
                .filter(row -> layout.get(row, 0).contains("Points Possible"))
                .boxed()
                .findFirst();
    }

    private List<Integer> students() {
        return IntStream.range(1, layout.rows())
                .filter(row -> !layout.get(row, 0).contains("Points Possible"))
                .filter(row -> !layout.row(row).stream()
                        .allMatch(cell -> BY_HAND.matcher(cell).matches()))
                .boxed()
                .toList();
    }

    private void check(int row, int column, List<Mark> marks, List<String> remarks) {
        String cell = layout.get(row, column).strip();
        if (READ_ONLY.matcher(cell).matches()) {
            throw new IllegalArgumentException("Canvas would skip the column " + columns.name(column)
                    + ", which is read only; name another with --canvas-assignment");
        }
        BigDecimal most = marks.getFirst().maximum();
        if (cell.matches("\\d+([.,]\\d+)?") && new BigDecimal(cell.replace(',', '.')).compareTo(most) != 0) {
            remarks.add("the assignment " + columns.name(column) + " is worth " + cell + " points in Canvas, and "
                    + Texts.number(most, false) + " here; the points are filled in as they are here");
        }
    }

    /** Returns whether the table's own numbers have a decimal comma. */
    private boolean decimalComma(int column) {
        return layout.separator() == ';'
                && IntStream.range(1, layout.rows())
                        .anyMatch(row -> layout.row(row).stream()
                                .skip(column)
                                .anyMatch(cell -> cell.matches("\\s*\\d+,\\d+\\s*")));
    }
}
