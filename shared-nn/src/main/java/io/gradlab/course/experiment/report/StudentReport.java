package io.gradlab.course.experiment.report;

import io.gradlab.cli.Version;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.plot.Curve;
import io.gradlab.nn.plot.CurveComparison;
import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What a student hands in: the runs' figures and tables, how to make them again, and answers to the lab's questions. */
final class StudentReport {
    private static final int COMPARED_AT_MOST = 10; // lines that can be told apart

    private final List<PastRun> runs;
    private final Path folder;
    private final List<String> labs;
    private final Answers answers;

    /** Gathers what there is; {@code folder} is made, and {@code answers.md} in it. */
    StudentReport(List<PastRun> runs, Path folder) throws IOException {
        SequencedMap<Path, PastRun> once = new LinkedHashMap<>(); // a folder may be named twice, and by its parent
        runs.forEach(run -> once.putIfAbsent(run.folder().toAbsolutePath().normalize(), run));
        this.runs = List.copyOf(once.values());
        this.folder = folder;
        this.labs = runs.stream()
                .flatMap(run -> Questions.lab(run.experiment()).stream())
                .distinct()
                .sorted()
                .toList();
        Files.createDirectories(folder);
        List<String> questions =
                labs.stream().flatMap(lab -> Questions.of(lab).stream()).toList();
        this.answers = Answers.in(folder.resolve("answers.md"), questions);
    }

    /** Returns how many questions are still open, in one line; empty if none is. */
    Optional<String> open() {
        return answers.open() == 0
                ? Optional.empty()
                : Optional.of(answers.open() + " of " + answers.sections().size() + " questions are open: write into "
                        + folder.resolve("answers.md") + ", then make the report again");
    }

    void write() throws IOException {
        TwoPages pages =
                new TwoPages(folder, labs.isEmpty() ? "Report" : "Report on " + String.join(", ", labs), lead());
        pages.section("Results");
        pages.table(
                List.of("run", "experiment", "test (%)", "validation (%)", "best epoch", "epochs", "seconds"),
                runs.stream().map(this::row).toList());
        pages.paragraph(
                "Each run's model is that of its best epoch, chosen by validation accuracy; the test set is used once,"
                        + " at the end.");
        compare(pages);
        for (PastRun run : runs) {
            show(run, pages);
        }
        if (!answers.sections().isEmpty()) {
            pages.section("Questions");
        }
        answers.sections().forEach((question, answer) -> {
            pages.subsection(question);
            if (answer.isEmpty()) {
                pages.paragraph("Not answered yet.");
            } else {
                pages.written(answer);
            }
        });
        provenance(pages);
        pages.save(Version.TEXT + " made this report on Java " + System.getProperty("java.vm.version") + ".");
    }

    private String lead() {
        String many = runs.size() == 1 ? "One training" : runs.size() + " trainings";
        return runs.stream()
                .filter(run -> run.bestEpoch() > 0 && run.divergence().isEmpty())
                .max(Comparator.comparingDouble(PastRun::validationAccuracy))
                .map(run -> many + (runs.size() == 1 ? ": " : "; the best on validation is ") + name(run) + ", with "
                        + number(run.testAccuracy()) + " % of " + run.testSize() + " test samples right.")
                .orElse(many + "; none came to its end.");
    }

    private List<String> row(PastRun run) {
        return List.of(
                name(run),
                run.experiment(),
                run.divergence().isPresent() ? "diverged" : number(run.testAccuracy()),
                number(run.validationAccuracy()),
                Integer.toString(run.bestEpoch()),
                Integer.toString(run.history().epochs().size()),
                String.format(Locale.ROOT, "%.1f", run.seconds()));
    }

    private void compare(TwoPages pages) throws IOException {
        SequencedMap<String, History> histories = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> !run.history().isEmpty())
                .limit(COMPARED_AT_MOST)
                .forEach(run -> histories.put(name(run), run.history()));
        if (histories.size() < 2) {
            return;
        }
        String which = histories.size() < runs.size() ? " of the first " + histories.size() + " runs" : " of all runs";
        pages.figure(
                CurveComparison.of("Validation accuracy by epoch", Curve.VALIDATION_ACCURACY, histories),
                "comparison",
                "Validation accuracy" + which + ".");
    }

    private void show(PastRun run, TwoPages pages) throws IOException {
        pages.section(name(run) + ": " + run.experiment() + " on " + run.data());
        if (run.divergence().isPresent()) {
            pages.paragraph(run.divergence().get());
        }
        String file = "run" + (runs.indexOf(run) + 1);
        if (!run.history().isEmpty()) {
            pages.figure(
                    LearningCurves.loss(run.history(), ", " + run.data()),
                    file + "-loss",
                    "Training dashed, validation solid.");
            pages.figure(
                    LearningCurves.accuracy(run.history(), ", " + run.data()),
                    file + "-accuracy",
                    "Training dashed, validation solid.");
        }
        Optional<ConfusionFile> confusion = ConfusionFile.in(run.folder());
        if (confusion.isPresent()) {
            pages.figure(
                    confusion.get().picture("Confusion matrix on the test set (" + run.testSize() + " samples)"),
                    file + "-confusion",
                    "A cell counts the test samples of its row's class that were taken for its column's.");
        }
    }

    private void provenance(TwoPages pages) {
        pages.section("How to make these runs again");
        pages.command(runs.stream().map(PastRun::command).collect(Collectors.joining("\n")));
        pages.table(
                List.of("run", "seed", "made with", "Java", "computed by"),
                runs.stream()
                        .map(run -> List.of(
                                name(run),
                                run.fact("seed"),
                                run.fact("gradlab"),
                                run.fact("java"),
                                run.fact("backend")))
                        .toList());
        pages.paragraph("The same command with the same seed gives the same numbers, but for the seconds.");
    }

    /** Returns what tells a run from the others: its folder's name, with as many parents as that takes. */
    private String name(PastRun run) {
        Path whole = run.folder().toAbsolutePath().normalize();
        for (int names = 1; names < whole.getNameCount(); names++) {
            Path end = whole.subpath(whole.getNameCount() - names, whole.getNameCount());
            if (runs.stream()
                            .filter(other ->
                                    other.folder().toAbsolutePath().normalize().endsWith(end))
                            .count()
                    == 1) {
                return end.toString().replace('\\', '/');
            }
        }
        return whole.toString();
    }

    private static String number(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
