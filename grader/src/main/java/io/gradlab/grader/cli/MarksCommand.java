package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.gradebook.Gradebook;
import io.gradlab.grader.gradebook.LabMarks;
import io.gradlab.grader.report.CourseTotals;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.Standing;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a course's marks from results: {@code marks out --course course.yaml --out marks}. */
@Command(
        name = "marks",
        header = "Make a course's marks from results, without grading anew.",
        description = {
            "Reads what `grade --out` wrote, of one lab or several, and the course's files; writes each receipt anew,"
                    + " grades.csv, and course.csv with everybody's total. Run it whenever manual.csv or another table"
                    + " has changed; --out may be the folder of the results itself.",
            "With several labs, each has a folder of its own in --out."
        })
public final class MarksCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "OUT", description = "What `grade --out` wrote.")
    private List<Path> places = List.of();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Mixin
    private LmsOptions lms = new LmsOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the marks go.")
    private Path out = Path.of("");

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Override
    public Integer call() {
        Gradebook book = course.open(lms.knowledge())
                .orElseThrow(() -> new UserError("marks needs a course; add --course course.yaml"));
        try {
            OutFolder.prepare(out);
            write(book, LabResults.read(places));
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
        return 0;
    }

    private void write(Gradebook book, LabResults results) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        Map<String, LabMarks> labs = new LinkedHashMap<>();
        for (String lab : results.texts().keySet()) {
            List<Receipt> receipts = results.of(lab);
            List<String> names = receipts.stream().map(Receipt::submission).toList();
            book.check(lab, names, CourseOptions.tasks(lab)).forEach(screen::println);
            labs.put(lab, book.mark(lab, receipts));
        }
        Map<String, List<Standing>> standings = new LinkedHashMap<>();
        for (LabMarks marks : labs.values()) {
            Path place = labs.size() == 1 ? out : out.resolve(marks.lab());
            CourseOptions.write(marks, formats, place);
            lms.write(marks.marks(), place).forEach(screen::println);
            standings.put(marks.lab(), marks.standings());
            screen.println(marks.lab() + ": " + marks.summary());
        }
        AtomicFiles.writeText(out.resolve("course.csv"), CourseTotals.of(book.weights(), standings));
        screen.println("course.csv has " + CourseTotals.part(book.weights(), standings));
        screen.flush();
    }
}
