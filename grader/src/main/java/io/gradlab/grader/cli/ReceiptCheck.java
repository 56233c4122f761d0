package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.grader.grading.GraderVersion;
import io.gradlab.grader.grading.RunSeed;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.report.Evidence;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.submission.SubmissionReader;
import io.gradlab.grader.worker.CompileWorker;
import io.gradlab.grader.worker.Limits;
import io.gradlab.grader.worker.Workplace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the automatic tasks of a receipt again, with the seed that was published, and compares row by row. */
final class ReceiptCheck {
    private final Path file;
    private final Receipt receipt;
    private final LabChecks lab;
    private final String seed;

    private ReceiptCheck(Path file, Receipt receipt, LabChecks lab, String seed) {
        this.file = file;
        this.receipt = receipt;
        this.lab = lab;
        this.seed = seed;
    }

    /**
     * Reads the receipt.
     *
     * @throws UserError if that fails, or its seed is not published
     */
    static ReceiptCheck of(Path file) {
        Receipt receipt = Results.read(file).receipt();
        LabChecks lab = Catalogue.load()
                .find(receipt.lab())
                .orElseThrow(() -> new UserError(file + " is of " + receipt.lab() + ", which is no lab of this copy;"
                        + " check it with the course's own copy"));
        return new ReceiptCheck(file, receipt, lab, seed(file, receipt));
    }

    private static String seed(Path file, Receipt receipt) {
        if (!RunSeed.isHidden(receipt.seed())) {
            return receipt.seed();
        }
        String secret = receipt.evidence().secret();
        if (secret.isEmpty()) {
            throw new UserError(file + " holds only the hash of its seed: the seed is not published yet; ask for a"
                    + " result.json after `gradlab publish`");
        }
        if (!RunSeed.hash(secret).equals(receipt.seed())) {
            throw new UserError(file + " holds a seed that does not belong to its hash, so it was changed; take the"
                    + " result.json that you were given");
        }
        return secret;
    }

    /**
     * Compares, and says how each row stands.
     *
     * @param place a zip or folder; the student package of this copy if there is none
     * @return whether all rows are the same
     */
    boolean run(@Nullable Path place, PrintWriter out) {
        int differing = 0;
        int same = 0;
        try {
            Submission submission = place == null ? own() : submission(place);
            out.println(file + ": " + receipt.submission().replaceAll("\\p{Cntrl}", "?") + ", " + receipt.lab() + ", "
                    + receipt.points() + "/" + receipt.maximum());
            remarks(submission).forEach(out::println);
            try (Checker checker = checker(place, submission, out)) {
                for (TaskResult then : receipt.tasks()) {
                    List<Class<?>> checks = Catalogue.classes(lab, then.id());
                    if (then.outcome() == Outcome.PENDING_MANUAL || checks.isEmpty()) {
                        out.println(RowComparison.skipped(then));
                        continue;
                    }
                    RowComparison comparison = new RowComparison(then, checker.run(checks.getFirst()));
                    same += comparison.isSame() ? 1 : 0;
                    differing += comparison.isSame() ? 0 : 1;
                    out.print(comparison);
                    out.flush(); // a task may take seconds
                }
            }
        } catch (IOException | IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        }
        out.println(
                receipt.lab() + ": " + same + " the same, " + differing + (differing == 1 ? " differs" : " differ"));
        out.flush();
        return differing == 0;
    }

    /** Returns what may make rows differ. */
    private List<String> remarks(Submission submission) {
        Evidence evidence = receipt.evidence();
        String sources = evidence.sources().isEmpty()
                ? "The receipt does not say which sources were graded; rows may differ because of that."
                : evidence.sources().equals(submission.hash())
                        ? ""
                        : "These are not the sources that were graded; rows may differ because of that.";
        String grader = evidence.grader().equals(GraderVersion.label())
                ? ""
                : "Another build of the grader did it (" + (evidence.grader().isEmpty() ? "unknown" : evidence.grader())
                        + ", this is " + GraderVersion.label() + "); rows may differ because of that.";
        return List.of(sources, grader).stream().filter(line -> !line.isEmpty()).toList();
    }

    private Submission own() throws IOException {
        return SubmissionReader.readPackage(LabModules.student(LabModules.home(), lab.lab()), lab.lab());
    }

    private Submission submission(Path place) throws IOException {
        List<SubmissionReader.Location> found = SubmissionReader.find(place, lab.lab());
        if (found.size() != 1) {
            throw new UserError(place + " holds " + found.size() + " submissions; name the one of the receipt");
        }
        return SubmissionReader.read(found.getFirst(), lab.lab());
    }

    /** Returns what runs the checks: his own code as `check` does it, somebody else's as `grade` does it. */
    private Checker checker(@Nullable Path place, Submission submission, PrintWriter out) {
        if (place == null) {
            return Subjects.checker(lab, Variant.MINE, seed, out::println);
        }
        Workplace workplace = Workplace.sandboxed(Limits.standard()).orElseGet(() -> Workplace.open(Limits.standard()));
        out.println("Sandbox: " + workplace.description());
        try (CompileWorker compiler = workplace.compiler(lab.lab())) {
            return Subjects.checker(compiler.compile(submission.sources()), workplace, seed);
        }
    }
}
