package io.gradlab.grader.report;

import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code result.json}: a receipt as text and back. */
public final class ReceiptJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReceiptJson() {}

    /** Returns the text; without time and place, so that the same submission gives the same. */
    public static String write(Receipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("submission", receipt.submission());
        fields.put("student", receipt.student());
        fields.put("lab", receipt.lab());
        fields.put("points", receipt.points());
        fields.put("max", receipt.maximum());
        fields.put("pending", receipt.pending());
        fields.put("seed", receipt.seed());
        fields.put("fingerprint", receipt.fingerprint());
        EvidenceJson.write(receipt.evidence(), fields);
        fields.put("tasks", receipt.tasks().stream().map(ReceiptJson::task).toList());
        fields.put("notes", receipt.notes());
        fields.put("problems", receipt.problems());
        receipt.course().ifPresent(course -> fields.put("course", CourseJson.write(course)));
        return JSON.writeValueAsString(fields).replace("\r\n", "\n") + "\n";
    }

    /**
     * Reads a text that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is none; the message is one line
     */
    public static Receipt read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return new Receipt(
                    text(root, "submission"),
                    text(root, "student"),
                    text(root, "lab"),
                    text(root, "seed"),
                    text(root, "fingerprint"),
                    list(root, "tasks").map(ReceiptJson::task).toList(),
                    list(root, "notes").map(JsonNode::asString).toList(),
                    list(root, "problems")
                            .map(node -> new Problem(text(node, "file"), text(node, "message")))
                            .toList(),
                    EvidenceJson.read(root),
                    Optional.ofNullable(root.get("course")).map(CourseJson::read));
        } catch (JacksonException | DateTimeException malformed) {
            throw new IllegalArgumentException("it is no result.json of `gradlab grade`", malformed);
        }
    }

    /** Returns a receipt's text with the seed that was secret; all else stays as it is. */
    public static String withSecret(String text, String secret) {
        return with(text, Map.of(EvidenceJson.SECRET, secret));
    }

    /** Returns a receipt's text under other names; all else stays as it is. */
    public static String renamed(String text, String submission, String student) {
        return with(text, Map.of("submission", submission, "student", student));
    }

    private static String with(String text, Map<String, String> fields) {
        ObjectNode root = (ObjectNode) JSON.readTree(text);
        fields.forEach(root::put);
        return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static Map<String, Object> task(TaskResult task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", task.id());
        fields.put("title", task.title());
        fields.put("outcome", task.outcome().label());
        fields.put("points", Receipt.plain(task.points()));
        fields.put("max", Receipt.plain(task.maximum()));
        fields.put("message", task.message());
        fields.put("rungs", task.rungs().stream().map(ReceiptJson::rung).toList());
        fields.put("printed", task.printed());
        return fields;
    }

    private static Map<String, Object> rung(RungResult rung) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", rung.title());
        fields.put("outcome", rung.outcome().label());
        fields.put("points", Receipt.plain(rung.points()));
        fields.put("max", Receipt.plain(rung.maximum()));
        fields.put("message", rung.message());
        return fields;
    }

    private static TaskResult task(JsonNode node) {
        return new TaskResult(
                text(node, "id"),
                text(node, "title"),
                number(node, "points"),
                number(node, "max"),
                outcome(node),
                list(node, "rungs")
                        .map(rung -> new RungResult(
                                text(rung, "title"),
                                number(rung, "points"),
                                number(rung, "max"),
                                outcome(rung),
                                text(rung, "message")))
                        .toList(),
                text(node, "message"),
                text(node, "printed"));
    }

    private static Outcome outcome(JsonNode node) {
        String label = text(node, "outcome");
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no outcome " + label));
    }

    static String text(JsonNode node, String name) {
        return required(node, name).asString();
    }

    private static double number(JsonNode node, String name) {
        return required(node, name).asDouble();
    }

    static Stream<JsonNode> list(JsonNode node, String name) {
        return required(node, name).valueStream();
    }

    static JsonNode required(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no \"" + name + "\"; grade it anew");
        }
        return value;
    }
}
