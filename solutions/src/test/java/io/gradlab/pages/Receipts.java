package io.gradlab.pages;

import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.util.Arrays;
import java.util.List;

/** Receipts with every outcome, and with a text wherever one of a student's may stand. */
final class Receipts {
    /** What breaks formats: control characters, terminal codes, half characters, ends of markup, a formula. */
    static final String NASTY =
            "=HYPERLINK(\"x\") ]]> </script> <!-- \u0000 \u001B[31m red \uD800 \uDFFF \uFFFE | `x` & 'y' \r\n\t é 🙂";

    private Receipts() {}

    /** Returns a receipt of the submission {@code name} whose student wrote {@code text} everywhere. */
    static Receipt of(String name, String text) {
        List<TaskResult> tasks = Arrays.stream(Outcome.values())
                .map(outcome -> task(outcome, text))
                .toList();
        return new Receipt(
                name,
                name,
                "lab1",
                "sha256:" + "0".repeat(64),
                "1".repeat(64),
                tasks,
                List.of("a note " + text),
                List.of(new Problem("Dense.java", text)));
    }

    private static TaskResult task(Outcome outcome, String text) {
        String message = outcome == Outcome.PASS ? "" : "it looks as if " + text;
        double points = outcome == Outcome.PASS ? 5 : outcome == Outcome.FAIL ? 0.25 : 0;
        return new TaskResult(
                "1." + (outcome.ordinal() + 1),
                "task " + outcome.label(),
                points,
                5,
                outcome,
                List.of(new RungResult("values", points, 5, outcome, message)),
                message,
                text);
    }
}
