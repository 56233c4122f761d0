package io.gradlab.grader.gradebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes the course, {@code roster.csv}: id, name, and if wanted email, canvas, moodle. */
final class Roster {
    private static final String PARTICIPANT = "(?i)^participant\\s+";

    private final List<Student> students = new ArrayList<>(); // in the file's order
    private final Map<String, Student> byId = new HashMap<>();
    private final Map<String, Student> byCanvas = new HashMap<>();
    private final Map<String, Student> byMoodle = new HashMap<>();

    private Roster() {}

    /**
     * Reads it.
     *
     * @throws io.gradlab.cli.UserError if something is wrong with it; the message names the line
     */
    static Roster read(Path file) {
        Roster roster = new Roster();
        for (TableRow row : Table.read(file, "id", "name")) {
            Student student = new Student(
                    row.need("id"),
                    row.need("name"),
                    row.get("email"),
                    row.get("canvas"),
                    row.get("moodle").replaceFirst(PARTICIPANT, ""));
            roster.students.add(student);
            put(roster.byId, student.id(), student, row);
            put(roster.byCanvas, student.canvas(), student, row);
            put(roster.byMoodle, student.moodle(), student, row);
        }
        return roster;
    }

    private static void put(Map<String, Student> index, String name, Student student, TableRow row) {
        if (!name.isEmpty() && index.putIfAbsent(Ids.key(name), student) != null) {
            throw row.error(name + " is there a second time; every student has one line");
        }
    }

    List<Student> students() {
        return List.copyOf(students);
    }

    Optional<Student> find(String id) {
        return Optional.ofNullable(byId.get(Ids.key(id)));
    }

    Optional<Student> find(LmsNames.Found name) {
        Map<String, Student> index = switch (name.platform()) {
            case CANVAS -> byCanvas;
            case MOODLE -> byMoodle;
        };
        return Optional.ofNullable(index.get(Ids.key(name.key())));
    }
}
