package io.gradlab.grader.cli;

import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import java.util.Locale;

/**
 * A row of a receipt beside the same row now. Outcome and points count, of the task and of each of its checks; messages
 * do not, because some say a time or an object's address.
 */
record RowComparison(TaskResult then, TaskResult now) {

    /** The part of a check's result that counts. */
    private record Rung(String title, double points, double maximum, Outcome outcome) {
        static List<Rung> of(TaskResult result) {
            return result.rungs().stream().map(Rung::of).toList();
        }

        private static Rung of(RungResult rung) {
            return new Rung(rung.title(), rung.points(), rung.maximum(), rung.outcome());
        }
    }

    boolean isSame() {
        return then.outcome() == now.outcome()
                && then.points() == now.points()
                && then.maximum() == now.maximum()
                && Rung.of(then).equals(Rung.of(now));
    }

    /** Returns the line of a row that is not checked. */
    static String skipped(TaskResult row) {
        return line(row, "not checked", row.outcome() == Outcome.PENDING_MANUAL ? "by a person" : "no such task here");
    }

    /** Returns a line, or, if the rows differ, both below it, each with its end. */
    @Override
    public String toString() {
        if (isSame()) {
            String words = then.message().equals(now.message()) ? "" : "   in other words";
            return line(now, "same", row(now) + words) + System.lineSeparator();
        }
        StringBuilder text = new StringBuilder(line(now, "differs", "")).append(System.lineSeparator());
        ResultText.wrap(text, "then: " + row(then) + reason(then));
        ResultText.wrap(text, "now:  " + row(now) + reason(now));
        return text.toString();
    }

    private static String line(TaskResult row, String verdict, String more) {
        return String.format(Locale.ROOT, "%-5s %-15s %-11s %s", row.id(), row.title(), verdict, more)
                .stripTrailing();
    }

    private static String row(TaskResult row) {
        return row.outcome().label() + " " + Receipt.plain(row.points()) + "/" + Receipt.plain(row.maximum());
    }

    private static String reason(TaskResult row) {
        return row.message().isEmpty() || row.outcome() == Outcome.NOT_STARTED ? "" : ", " + row.message();
    }
}
