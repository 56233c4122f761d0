package io.gradlab.grader.cli;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Results as people read them in a terminal. */
final class ResultText {
    private static final int WIDTH = 100;
    private static final int PRINTED_LINES = 20;
    private static final String INDENT = "      ";
    private static final String NEW_LINE = System.lineSeparator();

    private ResultText() {}

    /** Returns a task's line, and below it what is wrong and what it printed, each line with its end. */
    static String of(TaskResult result) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-5s %-15s %-15s %6s/%s%n",
                result.id(),
                result.title(),
                result.outcome().label(),
                points(result.points()),
                points(result.maximum())));
        if (result.outcome() != Outcome.PASS && result.outcome() != Outcome.NOT_STARTED) {
            wrap(text, result.message());
        }
        if (!result.printed().isBlank()) {
            List<String> lines = result.printed().stripTrailing().lines().toList();
            text.append(INDENT).append("Your code printed:").append(NEW_LINE);
            lines.stream()
                    .limit(PRINTED_LINES)
                    .forEach(line ->
                            text.append(INDENT).append("| ").append(line).append(NEW_LINE));
            if (lines.size() > PRINTED_LINES) {
                text.append(INDENT)
                        .append("| … and ")
                        .append(lines.size() - PRINTED_LINES)
                        .append(" more lines")
                        .append(NEW_LINE);
            }
        }
        return text.toString();
    }

    /** Returns the last line: {@code lab1: 100/100}. */
    static String total(String what, List<TaskResult> results) {
        return what + ": " + points(sum(results, TaskResult::points)) + "/" + points(sum(results, TaskResult::maximum));
    }

    private static double sum(List<TaskResult> results, ToDoubleFunction<TaskResult> points) {
        return results.stream()
                .map(result -> BigDecimal.valueOf(points.applyAsDouble(result)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /** Adds a paragraph, indented, in lines that fit a terminal. */
    static void wrap(StringBuilder text, String paragraph) {
        for (String line : paragraph.split("\n")) {
            int length = 0;
            text.append(INDENT);
            for (String word : line.split(" ")) {
                if (length > 0 && INDENT.length() + length + 1 + word.length() > WIDTH) {
                    text.append(NEW_LINE).append(INDENT);
                    length = 0;
                }
                text.append(length > 0 ? " " : "").append(word);
                length += word.length() + (length > 0 ? 1 : 0);
            }
            text.append(NEW_LINE);
        }
    }

    private static String points(double points) {
        return BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    }
}
