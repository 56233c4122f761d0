package io.gradlab.grader.cli;

import io.gradlab.nn.metric.Csv;
import java.util.ArrayList;
import java.util.List;

/** The table of all results, {@code grades.csv}. */
final class GradesCsv {

    private GradesCsv() {}

    /** Returns the table's text, one line for each receipt in the given order. */
    static String of(List<String> tasks, List<Receipt> receipts) {
        List<String> head = new ArrayList<>(List.of("submission", "student", "lab", "points", "max", "pending"));
        head.addAll(tasks);
        Csv csv = new Csv().row(head);
        for (Receipt receipt : receipts) {
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
