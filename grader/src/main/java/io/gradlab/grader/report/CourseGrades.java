package io.gradlab.grader.report;

import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.metric.Csv;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code grades.csv} of a course: a line for each student, who handed in nothing included. */
public final class CourseGrades {
    private CourseGrades() {}

    /**
     * Returns the table's text, in the order of the standings.
     *
     * @param receipts those that the standings count, and possibly others
     */
    public static String of(String lab, List<Receipt> receipts, List<Standing> standings) {
        Map<String, Receipt> counted = new HashMap<>();
        receipts.forEach(receipt -> counted.put(receipt.submission(), receipt));
        List<String> tasks = receipts.stream()
                .flatMap(receipt -> receipt.tasks().stream())
                .map(TaskResult::id)
                .distinct()
                .toList();
        List<String> head =
                new ArrayList<>(List.of("submission", "student", "name", "lab", "points", "max", "pending"));
        head.addAll(List.of("manual", "late", "override", "final", "of", "note"));
        head.addAll(tasks);
        Csv csv = new Csv().row(head);
        for (Standing standing : standings) {
            Optional<Receipt> receipt = Optional.ofNullable(counted.get(standing.attempt()));
            List<String> cells = new ArrayList<>(List.of(
                    GradesCsv.text(standing.attempt()),
                    GradesCsv.text(standing.id()),
                    GradesCsv.text(standing.name()),
                    lab,
                    receipt.map(_ -> CourseTable.text(standing.automatic())).orElse(""),
                    CourseTable.text(standing.automaticMaximum()),
                    CourseTable.text(
                            standing.pending().add(receipt.map(Receipt::pending).orElse(BigDecimal.ZERO))),
                    standing.manualPoints().map(CourseTable::text).orElse(""),
                    receipt.isPresent() && standing.timing().submitted().isPresent()
                            ? Integer.toString(standing.timing().daysLate())
                            : "",
                    GradesCsv.text(overrides(standing)),
                    standing.points().map(CourseTable::text).orElse(""),
                    CourseTable.text(standing.maximum()),
                    GradesCsv.text(String.join("; ", standing.notes()))));
            tasks.forEach(task -> cells.add(points(receipt, task)));
            csv.row(cells);
        }
        return csv.toString();
    }

    private static String overrides(Standing standing) {
        return standing.overrides().stream()
                .map(override -> (override.task().isEmpty() ? "final" : override.task()) + ": "
                        + CourseTable.text(override.was()) + " -> " + CourseTable.text(override.points()) + " ("
                        + override.reason() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String points(Optional<Receipt> receipt, String task) {
        return receipt.stream()
                .flatMap(found -> found.tasks().stream())
                .filter(result -> result.id().equals(task))
                .map(result -> Receipt.plain(result.points()).toPlainString())
                .findFirst()
                .orElse("");
    }
}
