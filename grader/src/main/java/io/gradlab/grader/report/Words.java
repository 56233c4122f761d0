package io.gradlab.grader.report;

import io.gradlab.grader.run.TaskResult;
import java.util.ArrayList;
import java.util.List;

/** What several formats say in the same words. */
final class Words {
    private Words() {}

    /** Returns notes and problems, a line or a few each. */
    static List<String> remarks(Receipt receipt) {
        List<String> remarks = new ArrayList<>(receipt.notes());
        receipt.problems().forEach(problem -> remarks.add(problem.toString()));
        return remarks;
    }

    /** Returns why a task is no PASS, and what the code printed. */
    static String withPrinted(TaskResult task) {
        String printed = task.printed().isBlank() ? "" : "Your code printed:\n" + task.printed();
        return task.message() + (task.message().isEmpty() || printed.isEmpty() ? "" : "\n\n") + printed;
    }

    /** Returns a text without characters that XML 1.0 does not have, lone surrogates included. */
    static String xml(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c >= 0x20 && c != 0x7F && c < 0xD800
                        || c >= 0xE000 && c < 0xFFFE
                        || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
