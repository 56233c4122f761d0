package io.gradlab.grader.report;

import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.metric.Csv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of all results, {@code grades.csv}. */
public final class GradesCsv {

    private GradesCsv() {}

    /**
     * Returns the table's text: a line for each receipt, sorted by name, so that it is the same however the work was
     * divided.
     */
    public static String of(List<Receipt> receipts) {
        List<String> tasks = receipts.stream()
                .flatMap(receipt -> receipt.tasks().stream())
                .map(TaskResult::id)
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("submission", "student", "lab", "points", "max", "pending"));
        head.addAll(tasks);
        Csv csv = new Csv().row(head);
        List<Receipt> sorted = receipts.stream()
                .sorted(Comparator.comparing(Receipt::submission))
                .toList();
        for (Receipt receipt : sorted) {
            List<String> cells = new ArrayList<>(List.of(
                    text(receipt.submission()),
                    text(receipt.student()),
                    text(receipt.lab()),
                    receipt.points().toPlainString(),
                    receipt.maximum().toPlainString(),
                    receipt.pending().toPlainString()));
            receipt.tasks()
                    .forEach(task -> cells.add(Receipt.plain(task.points()).toPlainString()));
            csv.row(cells);
        }
        return csv.toString();
    }

    /** Returns a text as a cell that no spreadsheet takes for a formula. */
    static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
