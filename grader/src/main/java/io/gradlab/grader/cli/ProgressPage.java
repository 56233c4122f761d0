package io.gradlab.grader.cli;

import io.gradlab.grader.grading.GraderVersion;
import io.gradlab.nn.plot.HtmlReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A page about somebody's progress, which claims no more than a check of one's own can. */
final class ProgressPage {
    private static final List<String> HEADER = List.of("task", "title", "outcome", "points", "of");

    private ProgressPage() {}

    /** Returns the page of a day; an empty name is left out. */
    static HtmlReport of(String name, LocalDate day, List<LabProgress> labs) {
        String whose = name.isBlank() ? "" : " of " + name;
        HtmlReport page = new HtmlReport(
                "GradLab: progress" + whose,
                day
                        + ". Self-checked: the owner of this page ran the checks on a machine of their own, with inputs that"
                        + " everybody knows. It records work, and proves to nobody else that it was done or by whom.");
        for (LabProgress lab : labs) {
            page.section(lab.lab() + ": " + lab.points());
            page.table(
                    HEADER,
                    lab.tasks().stream()
                            .map(task -> List.of(
                                    task.id(),
                                    task.title(),
                                    task.outcome().label(),
                                    number(task.points()),
                                    number(task.maximum())))
                            .toList());
        }
        return page.section("What next")
                .paragraph("docs/reading.md, in the course's folder, says what to read and to build after each lab.")
                .provenance("GradLab 0.1.0, grader " + GraderVersion.label() + ", Java " + Runtime.version()
                        + "; made by gradlab record with the public seed");
    }

    private static String number(double points) {
        return BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    }
}
