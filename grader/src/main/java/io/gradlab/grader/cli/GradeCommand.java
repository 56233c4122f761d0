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
import io.gradlab.grader.worker.Limits;
import io.gradlab.grader.worker.Workplace;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
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
            "Each submission runs in processes of its own, in a sandbox if this machine has one (Linux: install"
                    + " bubblewrap), with limits on time, memory, threads and files. The first line says what holds."
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

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Submissions graded at the same time. Default: as many as there are processors.")
    private @Nullable Integer jobs;

    @Option(names = "--skip-training", description = "Leave out the tasks that train for seconds.")
    private boolean skipTraining;

    @Option(names = "--require-sandbox", description = "Refuse to grade where there is no sandbox.")
    private boolean requireSandbox;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        LabChecks lab = catalogue
                .find(labName)
                .filter(found ->
                        found.lab().equals(labName) && StudentCompiler.labs().contains(labName))
                .orElseThrow(() -> new UserError(
                        "There is no lab " + labName + "; there are: " + String.join(", ", catalogue.labs())));
        if (jobs != null && jobs < 1) {
            throw new UserError("--jobs " + jobs + ": give a number of at least 1");
        }
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

    private Workplace workplace() {
        Limits limits = Limits.standard();
        Workplace workplace = Workplace.sandboxed(limits).orElseGet(() -> {
            if (requireSandbox) {
                throw new UserError("--require-sandbox: no sandbox works here; on Linux install bubblewrap (for example"
                        + " apt install bubblewrap), or run as root");
            }
            return Workplace.open(limits);
        });
        spec.commandLine().getOut().println("Sandbox: " + workplace.description());
        return workplace;
    }

    private int grade(LabChecks lab, List<SubmissionReader.Location> locations) throws IOException {
        List<Class<?>> checks = Catalogue.classes(lab, lab.lab()).stream()
                .filter(type -> !skipTraining || !type.getAnnotation(Task.class).training())
                .toList();
        Workplace workplace = workplace();
        StudentCompiler compiler = StudentCompiler.of(lab.lab());
        int atOnce = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        List<Receipt> receipts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Receipt>> graded = locations.stream()
                    .map(location -> pool.submit(() -> grade(location, lab.lab(), compiler, workplace, checks)))
                    .toList();
            for (Future<Receipt> next : graded) {
                receipts.add(await(next));
                show(receipts.getLast());
            }
        }
        List<String> tasks =
                checks.stream().map(type -> type.getAnnotation(Task.class).id()).toList();
        AtomicFiles.writeText(out.resolve(TABLE), GradesCsv.of(tasks, receipts));
        return receipts.stream().anyMatch(receipt -> receipt.has(Outcome.INFRASTRUCTURE)) ? TROUBLE : 0;
    }

    private void show(Receipt receipt) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println(receipt.submission().replaceAll("\\p{Cntrl}", "?") + "  " + labName + ": " + receipt.points()
                + "/" + receipt.maximum());
        screen.flush();
    }

    private Receipt grade(
            SubmissionReader.Location location,
            String lab,
            StudentCompiler compiler,
            Workplace workplace,
            List<Class<?>> checks)
            throws IOException {
        Submission submission = SubmissionReader.read(location, lab);
        CompiledSubmission compiled = compiler.compile(submission.sources());
        List<TaskResult> results = new ArrayList<>();
        try (Checker checker = new Subjects.Submitted(compiled, workplace, seed)) {
            checks.forEach(type -> results.add(checker.run(type)));
        }
        String name = submission.name();
        Receipt receipt = new Receipt(name, name, lab, seed, results, submission.notes(), compiled.problems());
        AtomicFiles.writeText(out.resolve(location.name()).resolve("result.json"), receipt.json());
        return receipt;
    }

    private static Receipt await(Future<Receipt> receipt) throws IOException {
        try {
            return receipt.get();
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while grading", e);
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
