package io.gradlab.grader.lms;

import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.gradebook.Student;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds each student's line in a platform's table, by the surest key first. */
final class Lines {
    private final RawTable table;
    private final List<Integer> rows;
    private final List<Key> keys = new ArrayList<>();

    /** A column, and what a student may have in it. */
    private record Key(Map<String, List<Integer>> rows, Function<Student, List<String>> of) {}

    /** Creates a search in those rows of a table. */
    Lines(RawTable table, List<Integer> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** Adds a key, less sure than those before it; a column below 0 is none. */
    Lines by(int column, Function<Student, List<String>> of) {
        return column < 0 ? this : by(row -> table.get(row, column), of);
    }

    /** Adds a key that is made of a row. */
    Lines by(Function<Integer, String> ofRow, Function<Student, List<String>> of) {
        Map<String, List<Integer>> index = new HashMap<>();
        for (int row : rows) {
            index.computeIfAbsent(plain(ofRow.apply(row)), key -> new ArrayList<>())
                    .add(row);
        }
        keys.add(new Key(index, of));
        return this;
    }

    /**
     * Returns the row of each mark that has one. A value that several rows share finds none of them.
     *
     * @throws IllegalArgumentException if two marks would go to the same row
     */
    Map<Mark, Integer> find(List<Mark> marks) {
        Map<Mark, Integer> found = new LinkedHashMap<>();
        Map<Integer, Mark> taken = new HashMap<>();
        for (Mark mark : marks) {
            int row = row(mark.student());
            if (row >= 0) {
                found.put(mark, row);
                Mark other = taken.put(row, mark);
                if (other != null) {
                    throw new IllegalArgumentException("the line of " + table.get(row, 0) + " would be that of "
                            + named(other.student()) + " and of " + named(mark.student())
                            + "; give them their numbers in roster.csv");
                }
            }
        }
        return found;
    }

    private int row(Student student) {
        for (Key key : keys) {
            for (String value : key.of().apply(student)) {
                List<Integer> candidates = key.rows().getOrDefault(plain(value), List.of());
                if (!value.isBlank() && candidates.size() == 1) {
                    return candidates.getFirst();
                }
            }
        }
        return -1;
    }

    /** Returns a student as a person is told of him. */
    static String named(Student student) {
        return student.name().isBlank() || student.name().equals(student.id())
                ? student.id()
                : student.name() + " (" + student.id() + ")";
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
