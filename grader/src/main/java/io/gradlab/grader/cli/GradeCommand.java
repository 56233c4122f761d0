package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.gradebook.Gradebook;
import io.gradlab.grader.gradebook.LabMarks;
import io.gradlab.grader.grading.GradingRun;
import io.gradlab.grader.grading.RunSeed;
import io.gradlab.grader.grading.Shard;
import io.gradlab.grader.grading.WarmStart;
import io.gradlab.grader.report.GradesCsv;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.Regrading;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.submission.SubmissionReader;
import io.gradlab.grader.worker.Workplace;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades submissions: {@code grade submissions/ --lab lab1 --out results}. */
@Command(
        name = "grade",
        header = "Grade submissions: a result for each, and a table of all.",
        description = {
            "A zip or a folder with a student package is a submission; any other folder holds one in each of its zips"
                    + " and folders. Writes OUT/NAME/result.json for each and OUT/grades.csv.",
            "The exit code is 0 if all are graded, whatever the marks, and 3 if the grader itself had trouble.",
            "Each submission runs in processes of its own, in a sandbox if this machine has one (Linux: install"
                    + " bubblewrap), with limits on time, memory, threads and files. The first line says what holds."
        })
public final class GradeCommand implements Callable<Integer> {
    private static final int TROUBLE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SUBMISSION", description = "A zip, a folder, or a folder of many.")
    private List<Path> places = List.of();

    @Option(names = "--lab", required = true, paramLabel = "LAB", description = "For example lab1.")
    private String labName = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out = Path.of("");

    @Option(
            names = "--seed-file",
            paramLabel = "FILE",
            description = "Holds the secret that the checks' random inputs come from; made if it is not there. Without"
                    + " it they are the public ones that students have.")
    private @Nullable Path seedFile;

    @Mixin
    private WorkerOptions workers = new WorkerOptions();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Grade only the i-th of n parts, as another machine grades the others; see `merge`.")
    private @Nullable String shard;

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Mixin
    private LmsOptions lms = new LmsOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Option(names = "--resume", description = "Keep results that are there already and still hold; grade the others.")
    private boolean resume;

    @Option(names = "--skip-training", description = "Leave out the tasks that train for seconds.")
    private boolean skipTraining;

    @Mixin
    private PrivacyOptions privacy = new PrivacyOptions();

    @Override
    public Integer call() {
        workers.check();
        LabChecks lab = lab();
        try {
            Shard part = shard == null ? Shard.ALL : Shard.parse(shard);
            RunSeed seed = seedFile == null ? RunSeed.open("public") : RunSeed.secret(seedFile);
            List<SubmissionReader.Location> locations = part.of(privacy.name(
                    SubmissionPlaces.find(places, labName, out.resolve(CourseOptions.TABLE)), out, shard != null));
            Optional<Gradebook> book = book(locations);
            try (OutFolder _ = OutFolder.open(out)) {
                return grade(lab, seed, locations, book);
            }
        } catch (IOException | IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        }
    }

    /** Returns the course's gradebook, once it is sure that it will be able to make marks. */
    private Optional<Gradebook> book(List<SubmissionReader.Location> locations) {
        Optional<Gradebook> book = course.open(lms.knowledge());
        if (book.isEmpty()) {
            lms.refuse();
        } else if (privacy.pseudonymous()) {
            throw new UserError("--course with --pseudonymous: a course knows names only; grade without it, `reveal`,"
                    + " and run `marks`");
        }
        if (book.isPresent() && shard != null) {
            throw new UserError("--course with --shard: marks need all submissions; grade the parts without it, merge"
                    + " them, and run `marks`");
        }
        book.ifPresent(found -> check(found, locations));
        return book;
    }

    private List<String> check(Gradebook book, List<SubmissionReader.Location> locations) {
        List<String> names =
                locations.stream().map(SubmissionReader.Location::name).toList();
        return book.check(labName, names, CourseOptions.tasks(labName));
    }

    private LabChecks lab() {
        Catalogue catalogue = Catalogue.load();
        return catalogue
                .find(labName)
                .filter(found ->
                        found.lab().equals(labName) && StudentCompiler.labs().contains(labName))
                .orElseThrow(() -> new UserError(
                        "There is no lab " + labName + "; there are: " + String.join(", ", catalogue.labs())));
    }

    private int grade(LabChecks lab, RunSeed seed, List<SubmissionReader.Location> locations, Optional<Gradebook> book)
            throws IOException {
        List<Class<?>> checks = Catalogue.classes(lab, lab.lab()).stream()
                .filter(type -> !skipTraining || !type.getAnnotation(Task.class).training())
                .toList();
        WarmStart.prepare(lab);
        Workplace workplace = workers.workplace();
        spec.commandLine().getOut().println("Sandbox: " + workplace.description());
        GradingRun run = new GradingRun(lab.lab(), checks, seed, workplace, out, resume);
        book.ifPresent(
                found -> check(found, locations).forEach(spec.commandLine().getOut()::println));
        List<Receipt> receipts;
        try (GradingProgress progress = new GradingProgress(spec.commandLine().getOut(), lab.lab(), locations.size())) {
            receipts = run.run(locations, workers.jobs(), receipt -> {
                formats.write(receipt, out);
                progress.graded(receipt);
            });
        }
        if (book.isPresent()) {
            LabMarks marks = book.get().mark(labName, receipts);
            CourseOptions.write(marks, formats, out);
            spec.commandLine().getOut().println(labName + ": " + marks.summary());
            lms.write(marks.marks(), out).forEach(spec.commandLine().getOut()::println);
        } else {
            formats.writeClass(receipts, out);
            AtomicFiles.writeText(out.resolve(CourseOptions.TABLE), GradesCsv.of(receipts));
        }
        Regrading.write(receipts, out).forEach(spec.commandLine().getOut()::println);
        return receipts.stream().anyMatch(receipt -> receipt.has(Outcome.INFRASTRUCTURE)) ? TROUBLE : 0;
    }
}
