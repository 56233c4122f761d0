package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.plot.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of a sweep, for the terminal and as {@code sweep.csv}, {@code sweep.md} and {@code accuracy.png}. */
final class SweepReport {
    private static final String CHOSEN =
            "The validation accuracy of the best epoch orders the points and chooses among them; the test accuracy of the"
                    + " same epoch stands beside it and chooses nothing.";

    private final SweepPlan plan;
    private final List<Outcome> outcomes;
    private final SweepTables tables;

    SweepReport(SweepPlan plan, List<Outcome> outcomes) {
        this.plan = plan;
        this.outcomes = List.copyOf(outcomes);
        this.tables = new SweepTables(plan.grid(), this.outcomes);
    }

    /** Writes the tables. */
    void writeTables() {
        try {
            AtomicFiles.writeText(plan.out().resolve("sweep.csv"), tables.all().toCsv());
            AtomicFiles.writeText(
                    plan.out().resolve("sweep.md"), "# " + title() + "\n\n" + body(TextTable::toMarkdown));
        } catch (IOException e) {
            throw new UserError(FileProblem.of(e), e);
        }
    }

    /** Draws the picture; returns a line to print if it cannot be drawn. */
    Optional<String> writePicture() {
        try {
            Picture picture = SweepPicture.of(pictureTitle(), plan.grid(), outcomes);
            return picture.save(plan.out().resolve("accuracy")).skipped();
        } catch (IOException e) {
            throw new UserError(FileProblem.of(e), e);
        }
    }

    String text() {
        return "\n" + title() + "\n" + body(TextTable::toText);
    }

    private String title() {
        List<String> names = plan.grid().axes().stream().map(Axis::name).toList();
        return plan.experiment() + ": " + String.join(" × ", names);
    }

    /** Returns what differs in the picture, and the data with what is held out of it. */
    private String pictureTitle() {
        List<String> names = plan.grid().spanning().stream().map(Axis::name).toList();
        String means = plan.grid().repeats() ? ", mean over seeds" : "";
        return plan.experiment() + ": " + String.join(" × ", names) + means + " (" + data() + ")";
    }

    private String data() {
        return outcomes.getFirst().run().data();
    }

    private String body(Function<TextTable, String> form) {
        StringBuilder text = new StringBuilder();
        text.append("Data: ").append(data()).append(". ");
        text.append(plan.others().isEmpty() ? "" : "Options: " + String.join(" ", plan.others()) + ". ");
        text.append(CHOSEN).append("\n\n").append(form.apply(tables.all()));
        for (Outcome outcome : outcomes) {
            outcome.run()
                    .divergence()
                    .ifPresent(why -> text.append('\n')
                            .append(outcome.point())
                            .append(": ")
                            .append(why)
                            .append('\n'));
        }
        tables.means()
                .ifPresent(means -> text.append("\nMeans over the seeds:\n\n").append(form.apply(means)));
        tables.fair()
                .ifPresent(fair -> text.append("\nThe fair comparison, each ")
                        .append(plan.grid().spanning().getFirst().name())
                        .append(" at its best ")
                        .append(String.join(
                                " and ",
                                plan.grid().spanning().stream()
                                        .skip(1)
                                        .map(Axis::name)
                                        .toList()))
                        .append(":\n\n")
                        .append(form.apply(fair)));
        if (plan.proxyEpochs() > 0) {
            text.append('\n')
                    .append(ProxyRank.sentence(outcomes, plan.proxyEpochs()))
                    .append('\n');
        }
        return text.toString();
    }
}
