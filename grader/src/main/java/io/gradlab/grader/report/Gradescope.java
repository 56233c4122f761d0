package io.gradlab.grader.report;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gradescope's {@code results.json}: one test for each task. The total is given besides, so that rounding and hidden tests
 * change nothing. Control characters are left out: not every database takes them.
 */
public final class Gradescope {
    private Gradescope() {}

    /** Returns the text. */
    public static String write(Receipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("score", receipt.points());
        fields.put("output", Words.xml(String.join("\n", Words.remarks(receipt))));
        fields.put("output_format", "text");
        fields.put("test_output_format", "text");
        fields.put("test_name_format", "text");
        fields.put("visibility", "visible");
        fields.put("stdout_visibility", "hidden");
        fields.put("tests", receipt.tasks().stream().map(Gradescope::test).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    }

    private static Map<String, Object> test(TaskResult task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("score", Receipt.plain(task.points()));
        fields.put("max_score", Receipt.plain(task.maximum()));
        fields.put("status", task.outcome() == Outcome.PASS ? "passed" : "failed");
        fields.put("name", Words.xml(task.title() + " (" + task.outcome().label() + ")"));
        fields.put("number", task.id());
        fields.put("output", Words.xml(Words.withPrinted(task)));
        fields.put("tags", List.of());
        fields.put("visibility", "visible");
        return fields;
    }
}
