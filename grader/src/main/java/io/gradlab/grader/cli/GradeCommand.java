package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.submission.SubmissionReader;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            "Submissions run in this process and are not contained yet: grade only what you trust."
        })
public final class GradeCommand implements Callable<Integer> {
    private static final int TROUBLE = 3;
    private static final String TABLE = "grades.csv";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SUBMISSION", description = "A zip, a folder, or a folder of many.")
    private List<Path> places = List.of();

    @Option(names = "--lab", required = true, paramLabel = "LAB", description = "For example lab1.")
    private String labName = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "public",
            paramLabel = "TEXT",
            description = "Where the checks' random inputs come from; \"${DEFAULT-VALUE}\" unless given.")
    private String seed = "public";

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        LabChecks lab = catalogue
                .find(labName)
                .filter(found ->
                        found.lab().equals(labName) && StudentCompiler.labs().contains(labName))
                .orElseThrow(() -> new UserError(
                        "There is no lab " + labName + "; there are: " + String.join(", ", catalogue.labs())));
        try {
            List<SubmissionReader.Location> locations = locations();
            prepareOut();
            return grade(lab, locations);
        } catch (IOException problem) {
            throw new UserError(problem.getMessage(), problem);
        }
    }

    private void prepareOut() throws IOException {
        try {
            Files.createDirectories(out);
        } catch (IOException problem) {
            throw new IOException(
                    "Cannot write to --out " + out + ": " + FileProblem.of(problem) + "; name another folder", problem);
        }
        if (!Files.isWritable(out)) {
            throw new IOException("Cannot write to --out " + out + ": access denied; name another folder");
        }
    }

    private int grade(LabChecks lab, List<SubmissionReader.Location> locations) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        List<Class<?>> checks = Catalogue.classes(lab, lab.lab());
        StudentCompiler compiler = StudentCompiler.of(lab.lab());
        List<Receipt> receipts = new ArrayList<>();
        for (SubmissionReader.Location location : locations) {
            Receipt receipt = grade(SubmissionReader.read(location, lab.lab()), compiler, checks);
            AtomicFiles.writeText(out.resolve(location.name()).resolve("result.json"), receipt.json());
            receipts.add(receipt);
            screen.println(location.name().replaceAll("\\p{Cntrl}", "?") + "  " + lab.lab() + ": " + receipt.points()
                    + "/" + receipt.maximum());
            screen.flush();
        }
        List<String> tasks =
                checks.stream().map(type -> type.getAnnotation(Task.class).id()).toList();
        AtomicFiles.writeText(out.resolve(TABLE), GradesCsv.of(tasks, receipts));
        return receipts.stream().anyMatch(receipt -> receipt.has(Outcome.INFRASTRUCTURE)) ? TROUBLE : 0;
    }

    private Receipt grade(Submission submission, StudentCompiler compiler, List<Class<?>> checks) {
        try (ProcessState _ = ProcessState.keep()) {
            CompiledSubmission compiled = compiler.compile(submission.sources());
            SubmissionChecks runner = new SubmissionChecks(compiled, seed);
            List<TaskResult> results = new ArrayList<>();
            for (Class<?> type : checks) {
                results.add(runner.run(type));
            }
            String name = submission.name();
            return new Receipt(name, name, compiled.lab(), seed, results, submission.notes(), compiled.problems());
        }
    }

    private List<SubmissionReader.Location> locations() throws IOException {
        List<SubmissionReader.Location> locations = new ArrayList<>();
        Map<String, Path> names = new HashMap<>(); // in lower case: some disks know no other
        names.put(TABLE, out.resolve(TABLE));
        for (Path place : places) {
            for (SubmissionReader.Location location : SubmissionReader.find(place, labName)) {
                Path other = names.putIfAbsent(location.name().toLowerCase(Locale.ROOT), location.path());
                if (other != null) {
                    throw new UserError(other + " and " + location.path() + " would have the same result folder "
                            + location.name() + "; rename one");
                }
                locations.add(location);
            }
        }
        if (locations.isEmpty()) {
            throw new UserError(places.getFirst() + " holds no submission: no zip and no folder is in it");
        }
        return locations;
    }
}
