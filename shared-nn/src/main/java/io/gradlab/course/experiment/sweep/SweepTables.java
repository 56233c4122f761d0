package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sweep's tables, the best on validation first. */
final class SweepTables {
    private static final String VALIDATION = "validation accuracy (%)";
    private static final String TEST = "test accuracy (%)";

    private final Grid grid;
    private final List<Outcome> outcomes;

    SweepTables(Grid grid, List<Outcome> outcomes) {
        this.grid = grid;
        this.outcomes = outcomes;
    }

    /** Returns a row for each run. */
    TextTable all() {
        boolean shortRuns =
                outcomes.stream().anyMatch(outcome -> outcome.shortRun().isPresent());
        List<String> header = names(grid.axes());
        header.addAll(List.of(VALIDATION, TEST, "best epoch", "epochs", "time (s)", "end"));
        if (shortRuns) {
            header.add("short run's validation accuracy (%)");
        }
        return new TextTable(
                header,
                outcomes.stream()
                        .sorted(Comparator.comparingDouble(Outcome::rank).reversed())
                        .map(outcome -> row(outcome, shortRuns))
                        .toList());
    }

    private List<String> row(Outcome outcome, boolean shortRuns) {
        List<String> row = new ArrayList<>(outcome.point().settings().values());
        row.add(outcome.diverged() ? "" : percent(outcome.rank()));
        row.add(outcome.diverged() ? "" : percent(outcome.run().testAccuracy()));
        row.add(outcome.diverged() ? "" : Integer.toString(outcome.run().bestEpoch()));
        row.add(Integer.toString(outcome.run().history().epochs().size()));
        row.add(String.format(Locale.ROOT, "%.1f", outcome.run().seconds()));
        row.add(outcome.diverged() ? "diverged" : "finished");
        if (shortRuns) {
            row.add(outcome.shortRun()
                    .map(run -> run.divergence().isPresent() ? "diverged" : percent(run.validationAccuracy()))
                    .orElse(""));
        }
        return row;
    }

    /** Returns a row for each point with its means over the seeds; empty if nothing is repeated. */
    Optional<TextTable> means() {
        if (!grid.repeats()) {
            return Optional.empty();
        }
        List<String> header = names(grid.spanning());
        header.addAll(List.of("runs", "diverged", VALIDATION, "deviation (points)", TEST));
        return Optional.of(new TextTable(
                header, Means.of(grid, outcomes).stream().map(this::meanRow).toList()));
    }

    private List<String> meanRow(Means means) {
        List<String> row = new ArrayList<>(means.point().settings().values());
        row.add(Integer.toString(means.runs().size()));
        row.add(Integer.toString(means.runs().size() - means.finished().size()));
        row.add(percent(means.validation()));
        row.add(percent(means.deviation()));
        row.add(percent(means.test()));
        return row;
    }

    /** Returns the best of each value of the first axis; empty if it is the only one, or some value is missing yet. */
    Optional<TextTable> fair() {
        List<Axis> axes = grid.spanning();
        if (axes.size() < 2) {
            return Optional.empty();
        }
        List<Means> means = Means.of(grid, outcomes);
        List<List<String>> rows = new ArrayList<>();
        for (String value : axes.getFirst().values()) {
            means.stream()
                    .filter(mean -> mean.point().value(axes.getFirst()).equals(value) && mean.rank() >= 0)
                    .findFirst()
                    .ifPresent(best -> {
                        List<String> row =
                                new ArrayList<>(best.point().settings().values());
                        row.addAll(List.of(percent(best.validation()), percent(best.test())));
                        rows.add(row);
                    });
        }
        List<String> header = names(axes);
        header.addAll(List.of(VALIDATION, TEST));
        return rows.size() < 2 ? Optional.empty() : Optional.of(new TextTable(header, rows));
    }

    private static List<String> names(List<Axis> axes) {
        return new ArrayList<>(axes.stream().map(Axis::name).toList());
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, "%.2f", 100 * fraction);
    }
}
