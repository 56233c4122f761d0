package io.gradlab.grader.grading;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.report.EarlierMark;
import io.gradlab.grader.report.Evidence;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.submission.SubmissionReader;
import io.gradlab.grader.worker.CompileWorkers;
import io.gradlab.grader.worker.Workplace;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Grades submissions, several at the same time. Each result is a file as soon as it is known, and says by its fingerprint
 * what it depends on; so a run that was killed goes on by grading what has no result with the right fingerprint.
 */
public final class GradingRun {
    private static final String RESULT = "result.json";

    private final String lab;
    private final List<Class<?>> checks;
    private final RunSeed seed;
    private final Workplace workplace;
    private final Path out;
    private final boolean resume;

    /**
     * Creates a run.
     *
     * @param checks the check classes to run, in order
     * @param out where the results go, a folder for each
     * @param resume whether results that are there already count
     */
    public GradingRun(String lab, List<Class<?>> checks, RunSeed seed, Workplace workplace, Path out, boolean resume) {
        this.lab = lab;
        this.checks = checks;
        this.seed = seed;
        this.workplace = workplace;
        this.out = out;
        this.resume = resume;
    }

    /**
     * Grades all; returns the receipts in the submissions' order.
     *
     * @param graded is told of each receipt, in that order, as soon as it and all before it are known
     * @throws IOException if a submission cannot be read or a result cannot be written
     */
    public List<Receipt> run(List<SubmissionReader.Location> locations, int jobs, Consumer<Receipt> graded)
            throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        try (CompileWorkers compiler = new CompileWorkers(workplace, lab, locations.size());
                ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            SubmissionGrader grader = new SubmissionGrader(checks, seed.text(), workplace, compiler);
            List<Future<Receipt>> futures = locations.stream()
                    .map(location -> pool.submit(() -> grade(location, grader)))
                    .toList();
            for (Future<Receipt> next : futures) {
                receipts.add(await(next, pool));
                graded.accept(receipts.getLast());
            }
        }
        return receipts;
    }

    private Receipt grade(SubmissionReader.Location location, SubmissionGrader grader) throws IOException {
        Submission submission = SubmissionReader.read(location, lab);
        String fingerprint = fingerprint(submission);
        Path file = out.resolve(location.name()).resolve(RESULT);
        Optional<Receipt> there = there(file);
        if (resume && there.filter(receipt -> holds(receipt, fingerprint)).isPresent()) {
            return there.get();
        }
        SubmissionGrader.Graded graded = grader.grade(submission);
        String name = submission.name();
        Evidence evidence = Evidence.of(GraderVersion.label(), submission.hash());
        Receipt receipt = EarlierMark.remember(
                there,
                new Receipt(
                        name,
                        name,
                        lab,
                        seed.label(),
                        fingerprint,
                        graded.tasks(),
                        submission.notes(),
                        graded.problems(),
                        evidence,
                        Optional.empty()));
        AtomicFiles.writeText(file, ReceiptJson.write(receipt));
        return receipt;
    }

    /** Returns the result that is there already, if it can be read. */
    private static Optional<Receipt> there(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReceiptJson.read(Files.readString(file)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns whether an earlier result still holds; one with trouble of the grader's own does not. */
    private static boolean holds(Receipt receipt, String fingerprint) {
        return receipt.fingerprint().equals(fingerprint) && !receipt.has(Outcome.INFRASTRUCTURE);
    }

    /** Returns a hash of what the result depends on: the sources, the checks and what they consist of, the seed. */
    private String fingerprint(Submission submission) {
        StringBuilder text = new StringBuilder(lab).append('\0').append(seed.text());
        text.append('\0').append(GraderVersion.label());
        checks.forEach(type -> {
            Task task = type.getAnnotation(Task.class);
            text.append('\0').append(task.id()).append(' ').append(task.points());
        });
        text.append('\0').append(submission.hash());
        return RunSeed.sha256(text.toString());
    }

    private static Receipt await(Future<Receipt> receipt, ExecutorService pool) throws IOException {
        try {
            return receipt.get();
        } catch (ExecutionException problem) {
            pool.shutdownNow();
            if (problem.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while grading", e);
        }
    }
}
