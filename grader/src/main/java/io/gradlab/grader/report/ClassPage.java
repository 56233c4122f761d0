package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that an instructor reads: how the points are spread, which tasks fail, which misconceptions are frequent. What
 * fewer than five students have in common is not shown, so that nobody is recognised.
 */
public final class ClassPage {
    private static final int SMALLEST_GROUP = 5;
    private static final int BINS = 10;
    private static final Pattern MISCONCEPTION = Pattern.compile("looks as if ([^\\n]+?)[.\\n]");

    private final List<Receipt> receipts;

    private ClassPage(List<Receipt> receipts) {
        this.receipts = receipts;
    }

    /** Writes the page and its pictures' files beside it. */
    public static void write(List<Receipt> receipts, Path file) throws IOException {
        new ClassPage(receipts).write(file);
    }

    private void write(Path file) throws IOException {
        double mean = receipts.stream()
                .mapToDouble(receipt -> receipt.points().doubleValue())
                .average()
                .orElse(0);
        HtmlReport page = new HtmlReport(
                "Class report",
                String.format(
                        Locale.ROOT,
                        "%d submissions, %.1f of %s points on average.",
                        receipts.size(),
                        mean,
                        receipts.isEmpty() ? 0 : receipts.getFirst().maximum()));
        if (receipts.size() < SMALLEST_GROUP) {
            page.paragraph("Fewer than five submissions: nothing more is shown, so that nobody is recognised.");
            page.save(file);
            return;
        }
        page.section("Points");
        BarChart spread = new BarChart("Submissions by share of the points", "share", "submissions", spread());
        page.figure(
                spread,
                spread.save(file.resolveSibling("class-points")),
                "How many have which share of the points; no bar stands for one to four.");
        page.section("Tasks");
        BarChart failing = new BarChart("Students without full points, by task", "task", "share (%)", failing());
        page.figure(
                failing,
                failing.save(file.resolveSibling("class-tasks")),
                "A task that most fail deserves a lecture. No bar stands for one to four students.");
        page.section("Frequent misconceptions");
        List<List<String>> frequent = frequent();
        if (frequent.isEmpty()) {
            page.paragraph("None was recognised in five or more submissions.");
        } else {
            page.table(List.of("task", "it looks as if", "submissions"), frequent);
        }
        page.save(file);
    }

    private List<BarChart.Bar> spread() {
        int[] counts = new int[BINS];
        for (Receipt receipt : receipts) {
            double share = receipt.points().doubleValue()
                    / Math.max(1e-9, receipt.maximum().doubleValue());
            counts[Math.min(BINS - 1, (int) (BINS * share))]++;
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int bin = BINS - 1; bin >= 0; bin--) {
            bars.add(new BarChart.Bar(
                    10 * bin + " to " + (10 * bin + 10) + " %", unlessSmall(counts[bin], counts[bin])));
        }
        return bars;
    }

    private List<BarChart.Bar> failing() {
        Map<String, int[]> counts = new LinkedHashMap<>(); // without full points, and all
        for (Receipt receipt : receipts) {
            for (TaskResult task : receipt.tasks()) {
                int[] count = counts.computeIfAbsent(task.id() + " " + task.title(), _ -> new int[2]);
                count[0] += task.outcome() == Outcome.PASS ? 0 : 1;
                count[1]++;
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new BarChart.Bar(
                        entry.getKey(),
                        unlessSmall(entry.getValue()[0], 100.0 * entry.getValue()[0] / entry.getValue()[1])))
                .toList();
    }

    /** Returns the value, or none if one to four students stand behind it. */
    private static double unlessSmall(int count, double value) {
        return count > 0 && count < SMALLEST_GROUP ? Double.NaN : value;
    }

    private List<List<String>> frequent() {
        Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
        for (Receipt receipt : receipts) {
            for (TaskResult task : receipt.tasks()) {
                Matcher matcher = MISCONCEPTION.matcher(task.message() + "\n");
                if (matcher.find()) {
                    String what = matcher.group(1).replaceAll(" \\([^)]*\\)", ""); // their own numbers
                    counts.merge(List.of(task.id(), what), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= SMALLEST_GROUP)
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .map(entry -> List.of(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getValue().toString()))
                .toList();
    }
}
