package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.gradebook.Lms;
import io.gradlab.grader.gradebook.LmsNames;
import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.lms.BulkNames;
import io.gradlab.grader.lms.CanvasExport;
import io.gradlab.grader.lms.Filled;
import io.gradlab.grader.lms.HandInName;
import io.gradlab.grader.lms.MoodleWorksheet;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that fill the tables of learning platforms. */
public final class LmsOptions {
    @Option(
            names = "--canvas-export",
            paramLabel = "FILE",
            description = "Canvas's gradebook as exported; OUT/canvas.csv is the same with the marks in it.")
    private @Nullable Path canvas;

    @Option(
            names = "--canvas-assignment",
            paramLabel = "TEXT",
            description = "Title or number of the assignment to fill. Default: the one called as the lab.")
    private @Nullable String assignment;

    @Option(
            names = "--moodle-worksheet",
            paramLabel = "FILE",
            description = "Moodle's grading worksheet, in English; OUT/moodle.csv is the same with the marks in it.")
    private @Nullable Path moodle;

    /** One of the tables, read, filled and written. */
    @FunctionalInterface
    private interface Filling {
        Filled of(Path file) throws IOException;
    }

    /** Returns what the platforms' files and names say of hand-ins. */
    Lms knowledge() {
        return new Lms(LmsOptions::parse, zone -> moodle == null ? Map.of() : times(moodle, zone));
    }

    private static Optional<LmsNames.Found> parse(String submission) {
        return BulkNames.parse(submission)
                .map(name -> new LmsNames.Found(
                        name.kind() == HandInName.Kind.CANVAS ? LmsNames.Platform.CANVAS : LmsNames.Platform.MOODLE,
                        name.key(),
                        name.late()));
    }

    private static Map<String, Instant> times(Path worksheet, ZoneId zone) {
        try {
            return MoodleWorksheet.read(worksheet).submissionTimes(zone);
        } catch (IllegalArgumentException problem) {
            throw new UserError(worksheet + ": " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError(worksheet + ": " + FileProblem.of(problem), problem);
        }
    }

    /** Refuses tables where there is no course, and so no roster that says who is who. */
    void refuse() {
        if (canvas != null || moodle != null || assignment != null) {
            throw new UserError(
                    "--canvas-export and --moodle-worksheet need --course course.yaml, whose roster.csv says"
                            + " who is who");
        }
    }

    /**
     * Fills the tables that were given, and writes them.
     *
     * @param marks of one lab
     * @param out the folder of {@code canvas.csv} and {@code moodle.csv}
     * @return what to tell a person, a line each; empty if no table was given
     * @throws UserError if a table is none, or the marks do not fit it
     */
    public List<String> write(List<Mark> marks, Path out) {
        List<String> lines = new ArrayList<>();
        if (canvas != null) {
            lines.addAll(fill(
                    canvas,
                    out.resolve("canvas.csv"),
                    file -> CanvasExport.read(file).fill(marks, Optional.ofNullable(assignment))));
        } else if (assignment != null) {
            throw new UserError("--canvas-assignment names a column of --canvas-export FILE; give that file, too");
        }
        if (moodle != null) {
            lines.addAll(fill(
                    moodle,
                    out.resolve("moodle.csv"),
                    file -> MoodleWorksheet.read(file).fill(marks)));
        }
        return lines;
    }

    private static List<String> fill(Path file, Path target, Filling filling) {
        try {
            Filled filled = filling.of(file);
            AtomicFiles.writeText(target, filled.text());
            return filled.lines(target.toString());
        } catch (IllegalArgumentException problem) {
            throw new UserError(file + ": " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError(file + ": " + FileProblem.of(problem), problem);
        }
    }
}
