package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.plot.BarChart;
import io.gradlab.nn.plot.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that an instructor reads: how the points are spread, which tasks fail, which misconceptions are frequent. What
 * fewer than five students have in common is not shown, so that nobody is recognised, nor can it be computed from what is
 * shown: hence a median instead of a mean, ranges that are joined instead of left out, and no number whose rest is small.
 */
public final class ClassPage {
    private static final String AT_LEAST = "≥5"; // where the exact number would tell a small rest
    private static final int BINS = 10;
    private static final Pattern MISCONCEPTION = Pattern.compile("looks as if ([^\\n]+?)[.\\n]");

    private final List<Receipt> receipts;
    private final Map<String, String> names = new LinkedHashMap<>(); // of the tasks, by id
    private final Map<String, Integer> failures = new LinkedHashMap<>(); // without full points, by task

    private ClassPage(List<Receipt> receipts) {
        this.receipts = receipts;
        for (Receipt receipt : receipts) {
            for (TaskResult task : receipt.tasks()) {
                names.put(task.id(), task.id() + " " + task.title());
                failures.merge(task.id(), task.outcome() == Outcome.PASS ? 0 : 1, Integer::sum);
            }
        }
    }

    /** Writes the page and its pictures' files beside it. */
    public static void write(List<Receipt> receipts, Path file) throws IOException {
        new ClassPage(receipts).write(file);
    }

    private void write(Path file) throws IOException {
        if (receipts.size() < SmallGroups.SMALLEST) {
            new HtmlReport(
                            "Class report",
                            "Fewer than five submissions: nothing is shown, so that nobody is recognised.")
                    .save(file);
            return;
        }
        HtmlReport page = new HtmlReport(
                "Class report",
                String.format(
                        Locale.ROOT,
                        "%d submissions; the median is about %d %% of the points.",
                        receipts.size(),
                        medianShare()));
        page.section("Points");
        BarChart spread =
                new BarChart("Submissions by share of the points", "share", "number of submissions", spread());
        page.figure(
                spread,
                spread.save(file.resolveSibling("class-points")),
                "How many have which share of the points. Ranges are so wide that none holds one to four.");
        page.section("Tasks");
        BarChart failing = new BarChart(
                "Submissions without full points, by task", "task", "share of all submissions (%)", failing());
        page.figure(
                failing,
                failing.save(file.resolveSibling("class-tasks")),
                "A task that most fail deserves a lecture. \"No value\": one to four students fail it, or all but one"
                        + " to four.");
        page.section("Frequent misconceptions");
        List<List<String>> frequent = frequent();
        if (frequent.isEmpty()) {
            page.paragraph("None was recognised in five or more submissions.");
        } else {
            page.table(List.of("task", "it looks as if", "submissions"), frequent);
            page.paragraph("≥5: so many or more, where the exact number would tell that of a small group.");
        }
        page.save(file);
    }

    /** Returns the median share in percent, rounded to tens: the exact one would be somebody's mark. */
    private long medianShare() {
        double[] shares =
                receipts.stream().mapToDouble(ClassPage::share).sorted().toArray();
        return 10 * Math.round(10 * shares[shares.length / 2]);
    }

    private static double share(Receipt receipt) {
        return receipt.points().doubleValue() / Math.max(1e-9, receipt.maximum().doubleValue());
    }

    private List<BarChart.Bar> spread() {
        int[] counts = new int[BINS];
        for (Receipt receipt : receipts) {
            counts[Math.clamp((int) (BINS * share(receipt)), 0, BINS - 1)]++;
        }
        return SmallGroups.join(counts).stream()
                .map(bins -> new BarChart.Bar(
                        10 * bins.from() + " to " + (10 * bins.to() + 10) + " %", (double) bins.count()))
                .toList();
    }

    private List<BarChart.Bar> failing() {
        return failures.entrySet().stream()
                .map(entry -> new BarChart.Bar(
                        names.getOrDefault(entry.getKey(), entry.getKey()),
                        SmallGroups.isFine(entry.getValue(), receipts.size())
                                ? 100.0 * entry.getValue() / receipts.size()
                                : Double.NaN))
                .toList();
    }

    /** Returns the misconceptions of five or more; how many exactly, unless the others that fail would be few. */
    private List<List<String>> frequent() {
        Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString)); // task, words
        for (Receipt receipt : receipts) {
            for (TaskResult task : receipt.tasks()) {
                Matcher matcher = MISCONCEPTION.matcher(task.message() + "\n");
                if (matcher.find()) {
                    String what = matcher.group(1).replaceAll(" \\([^)]*\\)", ""); // their own numbers
                    counts.merge(List.of(task.id(), what), 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < SmallGroups.SMALLEST);
        Map<String, Integer> others = new HashMap<>(failures); // by task: fail it, but are in no line
        counts.forEach((line, count) -> others.merge(line.getFirst(), -count, Integer::sum));
        counts.replaceAll((line, count) -> isExact(line.getFirst(), others) ? count : 0); // the order would tell
        return counts.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .map(entry -> List.of(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getValue() == 0 ? AT_LEAST : entry.getValue().toString()))
                .toList();
    }

    private boolean isExact(String task, Map<String, Integer> others) {
        return SmallGroups.isFine(failures.getOrDefault(task, 0), receipts.size())
                && SmallGroups.isFine(others.getOrDefault(task, 0));
    }
}
