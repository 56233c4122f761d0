package io.gradlab.grader.gradebook;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Deadlines of some students' own, {@code extensions.csv}: student, lab, deadline. */
final class Extensions {
    private final Assigned<String, ZonedDateTime> deadlines; // by lab

    private Extensions(People people) {
        deadlines = new Assigned<>(people);
    }

    /** Reads them; errors as {@link Roster#read}. */
    static Extensions read(Path folder, Course course, People people) {
        Extensions extensions = new Extensions(people);
        for (TableRow row : Table.readIfThere(folder.resolve("extensions.csv"), "student", "lab", "deadline")) {
            Assignment lab = Labs.of(course, row);
            ZonedDateTime deadline;
            try {
                deadline = CourseTime.deadline(row.need("deadline"), course.zone());
            } catch (IllegalArgumentException wrong) {
                throw row.error("the deadline " + wrong.getMessage());
            }
            if (deadline.isBefore(lab.deadline())) {
                throw row.error("the deadline is before " + lab.lab() + "'s own; write a later one");
            }
            extensions.deadlines.put(row, lab.lab(), deadline);
        }
        return extensions;
    }

    Optional<ZonedDateTime> find(Student student, String lab) {
        return deadlines.find(student, lab);
    }
}
