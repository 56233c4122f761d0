package io.gradlab.course.experiment.report;

import io.gradlab.cli.Version;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.plot.Curve;
import io.gradlab.nn.plot.CurveComparison;
import io.gradlab.nn.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What a student hands in: the runs' figures and tables, how to make them again, and answers to the lab's questions. */
final class StudentReport {
    private static final int COMPARED_AT_MOST = 10; // lines that can be told apart

    private final List<PastRun> runs;
    private final RunNames names;
    private final Path folder;
    private final List<String> labs;
    private final Answers answers;

    /** Gathers what there is; {@code folder} is made, and {@code answers.md} in it. */
    StudentReport(List<PastRun> runs, Path folder) throws IOException {
        SequencedMap<Path, PastRun> once = new LinkedHashMap<>(); // a folder may be named twice, and by its parent
        runs.forEach(run -> once.putIfAbsent(run.folder().toAbsolutePath().normalize(), run));
        this.runs = List.copyOf(once.values());
        this.names = new RunNames(this.runs);
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

    /**
     * Writes it.
     *
     * @param show the runs that get a part of their own; empty for all
     * @param compare the runs whose curves are drawn beside each other; empty for the first that did not diverge
     * @param width the most pixels of a picture, from left to right
     */
    void write(List<String> show, List<String> compare, int width) throws IOException {
        List<PastRun> shown = show.isEmpty() ? runs : names.find("--show", show);
        String title = answers.title().orElse(labs.isEmpty() ? "Report" : "Report on " + String.join(", ", labs));
        TwoPages pages = new TwoPages(folder, width, title, lead());
        if (!answers.introduction().isEmpty()) {
            pages.written(answers.introduction());
        }
        pages.section("Results");
        pages.table(
                List.of(
                        "run",
                        "experiment",
                        "test (%)",
                        "test loss",
                        "validation (%)",
                        "best epoch",
                        "epochs",
                        "seconds"),
                runs.stream().map(this::row).toList());
        pages.paragraph(
                "Each run's model is that of its best epoch, chosen by validation accuracy; the test set is used once,"
                        + " at the end.");
        compare(
                compare.isEmpty()
                        ? runs.stream()
                                .filter(run -> run.divergence().isEmpty())
                                .toList()
                        : names.find("--compare", compare),
                pages);
        for (PastRun run : shown) {
            pages.section(names.of(run) + ": " + run.experiment() + " on " + run.data());
            new RunSection(run, "run" + (runs.indexOf(run) + 1), pages).write();
        }
        if (!answers.sections().isEmpty()) {
            pages.section("Questions");
        }
        for (Map.Entry<String, String> answer : answers.sections().entrySet()) {
            pages.subsection(answer.getKey());
            if (answer.getValue().isEmpty()) {
                pages.paragraph("Not answered yet.");
            } else {
                pages.written(answer.getValue());
            }
        }
        provenance(pages);
        pages.save(Version.TEXT + " made this report on Java " + System.getProperty("java.vm.version") + ".");
    }

    private String lead() {
        String many = runs.size() == 1 ? "One training" : runs.size() + " trainings";
        return runs.stream()
                .filter(run -> run.bestEpoch() > 0 && run.divergence().isEmpty())
                .max(Comparator.comparingDouble(PastRun::validationAccuracy))
                .map(run -> many + (runs.size() == 1 ? ": " : "; the best on validation is ") + names.of(run)
                        + ", with " + number(run.testAccuracy()) + " % of " + run.testSize() + " test samples right.")
                .orElse(many + "; none came to its end.");
    }

    private List<String> row(PastRun run) {
        return List.of(
                names.of(run),
                run.experiment(),
                run.divergence().isPresent() ? "diverged" : number(run.testAccuracy()),
                Double.isNaN(run.testLoss()) ? "–" : String.format(Locale.ROOT, "%.4f", run.testLoss()),
                number(run.validationAccuracy()),
                Integer.toString(run.bestEpoch()),
                Integer.toString(run.history().epochs().size()),
                String.format(Locale.ROOT, "%.1f", run.seconds()));
    }

    private void compare(List<PastRun> wanted, TwoPages pages) throws IOException {
        SequencedMap<String, History> histories = new LinkedHashMap<>();
        wanted.stream()
                .filter(run -> !run.history().isEmpty())
                .limit(COMPARED_AT_MOST)
                .forEach(run -> histories.put(names.of(run), run.history()));
        if (histories.size() < 2) {
            return;
        }
        String which = histories.size() < runs.size() ? " of " + histories.size() + " runs." : " of all runs.";
        pages.figure(
                CurveComparison.of("Validation accuracy by epoch", Curve.VALIDATION_ACCURACY, histories),
                "comparison",
                "Validation accuracy" + which);
    }

    private void provenance(TwoPages pages) {
        pages.section("How to make these runs again");
        pages.command(runs.stream().map(PastRun::command).collect(Collectors.joining("\n")));
        pages.table(
                List.of("run", "seed", "made with", "Java", "computed by"),
                runs.stream()
                        .map(run -> List.of(
                                names.of(run),
                                run.fact("seed"),
                                orDash(run.fact("gradlab")),
                                run.fact("java"),
                                run.fact("backend")))
                        .toList());
        pages.paragraph("The same command with the same seed gives the same numbers, but for the seconds.");
    }

    private static String orDash(String fact) {
        return fact.isEmpty() ? "–" : fact; // older runs say less
    }

    private static String number(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
