package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;

/** A table in Markdown for GitHub Actions' step summary. What comes from the student cannot be markup there. */
public final class StepSummary {
    private StepSummary() {}

    /** Returns the text. */
    public static String write(Receipt receipt) {
        StringBuilder text = new StringBuilder("### " + receipt.lab() + ": " + receipt.points() + " of "
                + receipt.maximum() + " points\n\n| task | | outcome | points | |\n|---|---|---|---:|---|\n");
        for (TaskResult task : receipt.tasks()) {
            text.append("| ").append(task.id());
            text.append(" | ").append(cell(task.title()));
            text.append(task.outcome() == Outcome.PASS ? " | ✅ " : " | ")
                    .append(task.outcome().label());
            text.append(" | ").append(Receipt.plain(task.points())).append('/').append(Receipt.plain(task.maximum()));
            text.append(" | ").append(cell(task.message())).append(" |\n");
        }
        Words.remarks(receipt)
                .forEach(remark -> text.append("\n- ").append(cell(remark)).append('\n'));
        return text.toString();
    }

    /** Returns a text as it stands in a cell: one line, no markup. */
    private static String cell(String text) {
        String plain = Words.xml(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@])", "\\\\$1");
        return plain.lines().map(String::strip).reduce((a, b) -> a + "<br>" + b).orElse("");
    }
}
