package io.gradlab.grader.report;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Autolab's last line: the scores by problem. The problems are the tasks' ids without the point, {@code task1_8}: Autolab
 * rewrites every word that a colon follows, also inside of names, so names hold no colon and no blank.
 */
public final class Autolab {
    private Autolab() {}

    /** Returns the line, without its end. */
    public static String line(Receipt receipt) {
        Map<String, Object> scores = new LinkedHashMap<>();
        receipt.tasks().forEach(task -> scores.put(problem(task.id()), Receipt.plain(task.points())));
        return JsonMapper.shared().writeValueAsString(Map.of("scores", scores));
    }

    /** Returns the name that a task's problem must have in Autolab. */
    static String problem(String task) {
        return "task" + task.replace('.', '_');
    }
}
