package io.gradlab.grader.cli;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.grader.student.Progress;
import io.gradlab.grader.submission.SubmissionReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Notes down what a check of the student's own code brought, for {@code ./gradlab} and {@code submit}. */
final class CheckNotes {
    private final LabChecks lab;
    private final Path home;
    private final String sources; // the hash of what is checked

    private CheckNotes(LabChecks lab, Path home, String sources) {
        this.lab = lab;
        this.home = home;
        this.sources = sources;
    }

    /** Looks at the student's files before they are checked; he may go on writing meanwhile. */
    static CheckNotes before(LabChecks lab) {
        Path home = LabModules.home();
        try {
            String sources = SubmissionReader.readPackage(LabModules.student(home, lab.lab()), lab.lab())
                    .hash();
            return new CheckNotes(lab, home, sources);
        } catch (IOException unreadable) {
            return new CheckNotes(lab, home, ""); // the check itself says so
        }
    }

    /** Writes the results into the lab's notes; a disk that takes none costs no check. */
    void keep(List<TaskResult> results) {
        List<Progress.Row> rows = results.stream()
                .map(result -> new Progress.Row(
                        result.id(),
                        result.title(),
                        result.outcome().label(),
                        BigDecimal.valueOf(result.points()),
                        BigDecimal.valueOf(result.maximum()),
                        sources))
                .toList();
        try {
            unchecked()
                    .with(Progress.read(home, lab.lab()).map(Progress::rows).orElse(List.of()))
                    .with(rows)
                    .write(home);
        } catch (IOException unwritable) {
            // The notes are a convenience; what was checked stands on the screen.
        }
    }

    private Progress unchecked() {
        List<Progress.Row> rows = Catalogue.classes(lab, lab.lab()).stream()
                .map(type -> type.getAnnotation(Task.class))
                .map(task -> new Progress.Row(
                        task.id(), task.title(), "", BigDecimal.ZERO, BigDecimal.valueOf(task.points()), ""))
                .toList();
        return new Progress(lab.lab(), rows);
    }
}
