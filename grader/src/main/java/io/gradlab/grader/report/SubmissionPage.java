package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.plot.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The page that a student reads: every task with its points, and why they are not all there. */
public final class SubmissionPage {
    private SubmissionPage() {}

    /** Writes the page. */
    public static void write(Receipt receipt, Path file) throws IOException {
        HtmlReport page = new HtmlReport(
                receipt.lab() + ": " + CoursePart.title(receipt),
                receipt.student()
                        + (receipt.pending().signum() > 0
                                ? ". " + receipt.pending() + " more points are given by a person."
                                : "."));
        CoursePart.add(receipt, page);
        page.section("Tasks");
        page.table(
                List.of("task", "what you write", "outcome", "points", "of"),
                receipt.tasks().stream().map(SubmissionPage::row).toList());
        regraded(receipt, page);
        for (TaskResult task : receipt.tasks()) {
            if (task.outcome() != Outcome.PASS && task.outcome() != Outcome.NOT_STARTED
                    || !task.printed().isBlank()) {
                page.section(
                        task.id() + " " + task.title() + ": " + task.outcome().label());
                page.table(
                        List.of("check", "outcome", "points", "of"),
                        task.rungs().stream()
                                .map(rung -> List.of(
                                        rung.title(),
                                        rung.outcome().label(),
                                        Receipt.plain(rung.points()).toPlainString(),
                                        Receipt.plain(rung.maximum()).toPlainString()))
                                .toList());
                task.message().lines().forEach(page::paragraph);
                if (!task.printed().isBlank()) {
                    page.paragraph("Your code printed:").preformatted(task.printed());
                }
            }
        }
        List<String> remarks = Words.remarks(receipt);
        if (!remarks.isEmpty()) {
            page.section("Your files").preformatted(String.join("\n", remarks));
        }
        page.provenance("Checked with the seed " + receipt.seed() + ".").save(file);
    }

    private static void regraded(Receipt receipt, HtmlReport page) {
        List<Regrading.Change> changes = Regrading.changes(receipt);
        if (!changes.isEmpty()) {
            page.section("Graded again");
            page.paragraph("The same files have been graded before, with other checks or another seed; these points are"
                    + " others now.");
            page.table(
                    List.of("task", "points before", "points now"),
                    changes.stream()
                            .map(change -> List.of(change.task(), change.from(), change.to()))
                            .toList());
        }
    }

    private static List<String> row(TaskResult task) {
        return List.of(
                task.id(),
                task.title(),
                task.outcome().label(),
                Receipt.plain(task.points()).toPlainString(),
                Receipt.plain(task.maximum()).toPlainString());
    }
}
