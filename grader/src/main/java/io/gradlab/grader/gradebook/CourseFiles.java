package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course's {@code course.yaml} and the tables beside it. */
record CourseFiles(
        Course course, People people, HandIns handIns, Extensions extensions, Manual manual, Overrides overrides) {

    /**
     * Reads them all; of the tables only {@code roster.csv} must be there.
     *
     * @throws UserError if something is wrong with one; the message is one line and names file, line and mend
     */
    static CourseFiles read(Path file, Lms lms) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + " is no file; name the course's course.yaml");
        }
        Path folder = file.resolveSibling(""); // empty for a bare name
        Course course = CourseYaml.read(file);
        if (!Files.exists(folder.resolve("roster.csv"))) {
            throw new UserError("There is no roster.csv beside " + file
                    + "; write one with the columns id, name and, if wanted, email, canvas, moodle");
        }
        People people = People.read(folder);
        return new CourseFiles(
                course,
                people,
                HandIns.read(folder, course, people, lms),
                Extensions.read(folder, course, people),
                Manual.read(folder, course, people),
                Overrides.read(folder, course, people));
    }
}
