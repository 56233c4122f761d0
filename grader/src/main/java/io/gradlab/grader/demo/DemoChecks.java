package io.gradlab.grader.demo;

import io.gradlab.course.Variant;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.cli.Subjects;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.TaskResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lab 1's tasks but for the one that trains, checked on the student's package as it is and on the reference answers. */
record DemoChecks(List<TaskResult> mine, List<TaskResult> reference) {
    private static final String LAB = "lab1";
    private static final String SEED = "public";

    static DemoChecks run() {
        LabChecks lab = Catalogue.load().find(LAB).orElseThrow();
        return new DemoChecks(check(lab, Variant.MINE), check(lab, Variant.SOLUTIONS));
    }

    private static List<TaskResult> check(LabChecks lab, Variant variant) {
        CheckRunner runner = new CheckRunner(Subjects.of(lab, variant), SEED);
        return Catalogue.classes(lab, LAB).stream()
                .filter(task -> !task.getAnnotation(Task.class).training()) // trainings take longer than all the rest
                .map(runner::run)
                .toList();
    }

    /** Returns the table's rows: task, both outcomes with their points; the last row is the sum. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            TaskResult one = mine.get(i);
            TaskResult other = reference.get(i);
            rows.add(List.of(one.id() + " " + one.title(), cell(one), cell(other)));
        }
        rows.add(List.of("in all", sum(mine), sum(reference)));
        return rows;
    }

    String toText() {
        StringBuilder text = new StringBuilder();
        text.append(line(List.of("task", "your package", "reference")));
        rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return String.format(Locale.ROOT, "%-20s %-22s %s%n", cells.get(0), cells.get(1), cells.get(2));
    }

    private static String cell(TaskResult result) {
        return String.format(
                Locale.ROOT, "%s %s/%s", result.outcome().label(), points(result.points()), points(result.maximum()));
    }

    private static String sum(List<TaskResult> results) {
        return String.format(
                Locale.ROOT,
                "%s/%s",
                points(results.stream().mapToDouble(TaskResult::points).sum()),
                points(results.stream().mapToDouble(TaskResult::maximum).sum()));
    }

    private static String points(double points) {
        return new BigDecimal(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
