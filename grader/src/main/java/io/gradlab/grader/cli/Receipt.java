package io.gradlab.grader.cli;

import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A submission's result.
 *
 * @param submission its name
 * @param student whose it is
 * @param seed where the checks' inputs came from
 */
record Receipt(
        String submission,
        String student,
        String lab,
        String seed,
        List<TaskResult> tasks,
        List<String> notes,
        List<Problem> problems) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    BigDecimal points() {
        return sum(TaskResult::points);
    }

    BigDecimal maximum() {
        return sum(TaskResult::maximum);
    }

    /** Returns the points that a person still has to give. */
    BigDecimal pending() {
        return sum(task -> task.outcome() == Outcome.PENDING_MANUAL ? task.maximum() : 0);
    }

    boolean has(Outcome outcome) {
        return tasks.stream().anyMatch(task -> task.outcome() == outcome);
    }

    /** Returns the text of {@code result.json}; without time and place: the same submission gives the same. */
    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("submission", submission);
        fields.put("student", student);
        fields.put("lab", lab);
        fields.put("points", points());
        fields.put("max", maximum());
        fields.put("pending", pending());
        fields.put("seed", seed);
        fields.put("tasks", tasks.stream().map(Receipt::task).toList());
        fields.put("notes", notes);
        fields.put("problems", problems);
        return JSON.writeValueAsString(fields).replace("\r\n", "\n") + "\n";
    }

    /** Returns a number of points as it is printed: {@code 12.5}, {@code 100}. */
    static BigDecimal plain(double points) {
        BigDecimal stripped = BigDecimal.valueOf(points).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private BigDecimal sum(ToDoubleFunction<TaskResult> points) {
        return plain(tasks.stream()
                .map(task -> BigDecimal.valueOf(points.applyAsDouble(task)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue());
    }

    private static Map<String, Object> task(TaskResult task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", task.id());
        fields.put("title", task.title());
        fields.put("outcome", task.outcome().label());
        fields.put("points", plain(task.points()));
        fields.put("max", plain(task.maximum()));
        fields.put("message", task.message());
        fields.put("rungs", task.rungs().stream().map(Receipt::rung).toList());
        fields.put("printed", task.printed());
        return fields;
    }

    private static Map<String, Object> rung(RungResult rung) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", rung.title());
        fields.put("outcome", rung.outcome().label());
        fields.put("points", plain(rung.points()));
        fields.put("max", plain(rung.maximum()));
        fields.put("message", rung.message());
        return fields;
    }
}
