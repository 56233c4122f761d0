package io.gradlab.grader.report;

import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.metric.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What grading again has changed: whose points of which task, from what to what. */
public final class Regrading {
    private static final String TABLE = "regrade.csv";
    private static final String NOT_GRADED = "-";

    private Regrading() {}

    /**
     * A task whose points are others now.
     *
     * @param from the points before, {@code -} if the task was not graded then
     * @param to the points now
     */
    public record Change(String task, String from, String to) {}

    /** Returns what changed in a receipt, in the tasks' order. */
    public static List<Change> changes(Receipt receipt) {
        Map<String, Double> before =
                receipt.evidence().earlier().map(EarlierMark::points).orElse(Map.of());
        Map<String, Double> now = EarlierMark.points(receipt);
        Set<String> tasks = new LinkedHashSet<>(now.keySet());
        tasks.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String task : tasks) {
            Change change = new Change(task, text(before.get(task)), text(now.get(task)));
            if (!before.isEmpty() && !change.from().equals(change.to())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static String text(@Nullable Double points) {
        return points == null ? NOT_GRADED : Receipt.plain(points).toPlainString();
    }

    /**
     * Writes {@code regrade.csv}, or removes an old one if no receipt remembers another mark.
     *
     * @return the lines for the screen; none if nothing changed
     */
    public static List<String> write(List<Receipt> receipts, Path out) throws IOException {
        List<Receipt> changed = receipts.stream()
                .filter(receipt -> !changes(receipt).isEmpty())
                .sorted(Comparator.comparing(Receipt::submission))
                .toList();
        if (changed.isEmpty()) {
            Files.deleteIfExists(out.resolve(TABLE));
            return List.of();
        }
        Csv csv = new Csv().row("submission", "student", "task", "from", "to", "graded_before_by", "graded_now_by");
        List<String> lines = new ArrayList<>();
        lines.add("Other marks than before, see " + TABLE + ":");
        for (Receipt receipt : changed) {
            for (Change change : changes(receipt)) {
                csv.row(
                        GradesCsv.text(receipt.submission()),
                        GradesCsv.text(receipt.student()),
                        change.task(),
                        change.from(),
                        change.to(),
                        receipt.evidence().earlier().map(EarlierMark::grader).orElse(""),
                        receipt.evidence().grader());
                lines.add("  " + receipt.submission().replaceAll("\\p{Cntrl}", "?") + "  " + change.task() + ": "
                        + change.from() + " -> " + change.to());
            }
        }
        AtomicFiles.writeText(out.resolve(TABLE), csv.toString());
        return lines;
    }
}
