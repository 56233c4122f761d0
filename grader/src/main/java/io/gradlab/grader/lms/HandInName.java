package io.gradlab.grader.lms;

import io.gradlab.grader.gradebook.Student;
import java.util.Collection;
import java.util.Optional;

/**
 * What the name of a downloaded file or folder says.
 *
 * @param kind which platform named it
 * @param key the platform's number of the student: {@link Student#canvas()} or {@link Student#moodle()}
 * @param late whether the platform says that it was late; Moodle's names never do
 */
public record HandInName(Kind kind, String key, boolean late) {

    /** A learning platform. */
    public enum Kind {
        /** Instructure's Canvas. */
        CANVAS,
        /** Moodle, the activity "Assignment". */
        MOODLE
    }

    /** Returns whose it is; empty if nobody of the roster has that number. */
    public Optional<Student> student(Collection<Student> roster) {
        return roster.stream()
                .filter(student -> key.equals(kind == Kind.CANVAS ? student.canvas() : student.moodle()))
                .findFirst();
    }
}
