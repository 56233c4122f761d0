package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.gradebook.Gradebook;
import io.gradlab.grader.gradebook.LabMarks;
import io.gradlab.grader.gradebook.Lms;
import io.gradlab.grader.report.CourseGrades;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a course, and what it makes of results. */
final class CourseOptions {
    static final String TABLE = "grades.csv";

    @Option(
            names = "--course",
            paramLabel = "COURSE.YAML",
            description = "The course's deadlines, weights and late policy; beside it lie roster.csv and, if wanted,"
                    + " handins.csv, extensions.csv, groups.csv, manual.csv, overrides.csv.")
    private @Nullable Path course;

    /**
     * Returns the course's gradebook, if a course is named.
     *
     * @throws UserError if something is wrong with one of the course's files
     */
    Optional<Gradebook> open(Lms lms) {
        Optional<Gradebook> book = Optional.ofNullable(course).map(file -> Gradebook.open(file, lms));
        List<String> labs = Catalogue.load().labs();
        book.stream().flatMap(found -> found.weights().keySet().stream()).forEach(lab -> {
            if (!labs.contains(lab)) {
                throw new UserError(course + ": there is no lab " + lab + "; there are " + String.join(", ", labs));
            }
        });
        return book;
    }

    /** Returns the most points of each of a lab's tasks. */
    static Map<String, BigDecimal> tasks(String lab) {
        Map<String, BigDecimal> tasks = new LinkedHashMap<>();
        LabChecks found = Catalogue.load()
                .find(lab)
                .orElseThrow(() -> new UserError("There are results of " + lab + ", which this grader does not know"));
        for (Class<?> checks : Catalogue.classes(found, lab)) {
            Task task = checks.getAnnotation(Task.class);
            tasks.put(task.id(), Receipt.plain(task.points()));
        }
        return tasks;
    }

    /** Writes a lab's marks: every receipt with its formats, the table and the page of all. */
    static void write(LabMarks marks, FormatOptions formats, Path out) throws IOException {
        for (Receipt receipt : marks.receipts()) {
            AtomicFiles.writeText(out.resolve(receipt.submission()).resolve("result.json"), ReceiptJson.write(receipt));
            formats.write(receipt, out);
        }
        formats.writeClass(marks.counting(), out);
        AtomicFiles.writeText(out.resolve(TABLE), CourseGrades.of(marks.lab(), marks.receipts(), marks.standings()));
    }
}
