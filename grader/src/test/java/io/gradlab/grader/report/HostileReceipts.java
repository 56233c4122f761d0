package io.gradlab.grader.report;

import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts with every outcome, and with a text wherever one of a student's may stand. */
final class HostileReceipts {
    /** What breaks formats: control characters, terminal codes, half characters, ends of markup, a formula. */
    static final String NASTY =
            "=HYPERLINK(\"x\") ]]> </script> <!-- \u0000 \u001B[31mred \uD800 \uDFFF \uFFFE | `x` & 'y' \r\n\t é 🙂";

    private HostileReceipts() {}

    /** Returns a receipt of the submission {@code name} whose student wrote {@code text} everywhere. */
    static Receipt of(String name, String text) {
        List<TaskResult> tasks = new ArrayList<>();
        Map<String, Double> before = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            boolean pass = outcome == Outcome.PASS;
            String id = "1." + (outcome.ordinal() + 1);
            String message = pass ? "" : "it looks as if " + text;
            double points = pass ? 5 : outcome == Outcome.FAIL ? 0.25 : 0;
            RungResult rung = new RungResult("values", points, 5, outcome, message);
            RungResult next = new RungResult("gradient", 0, 0, outcome, message);
            tasks.add(new TaskResult(
                    id, "task " + outcome.label(), points, 5, outcome, List.of(rung, next), message, text));
            before.put(id, 1.5);
        }
        return new Receipt(
                        name,
                        name,
                        "lab1",
                        "sha256:" + "0".repeat(64),
                        "1".repeat(64),
                        tasks,
                        List.of("a note " + text),
                        List.of(new Problem("Dense.java", text)))
                .with(new Evidence(
                        "2".repeat(12),
                        "3".repeat(64),
                        "4".repeat(32),
                        Optional.of(new EarlierMark("5".repeat(12), before))));
    }
}
