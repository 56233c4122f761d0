package io.gradlab.grader.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code result.json} that an appeal needs; what is not known has no field. */
final class EvidenceJson {
    /** The field of the seed that was secret. */
    static final String SECRET = "secret";

    private static final String GRADER = "grader";
    private static final String SOURCES = "sources";
    private static final String PREVIOUS = "previous";
    private static final String TASKS = "tasks";

    private EvidenceJson() {}

    static void write(Evidence evidence, Map<String, Object> fields) {
        put(fields, GRADER, evidence.grader());
        put(fields, SOURCES, evidence.sources());
        put(fields, SECRET, evidence.secret());
        evidence.earlier().ifPresent(mark -> {
            Map<String, Object> points = new LinkedHashMap<>();
            mark.points().forEach((task, number) -> points.put(task, Receipt.plain(number)));
            Map<String, Object> previous = new LinkedHashMap<>();
            previous.put(GRADER, mark.grader());
            previous.put(TASKS, points);
            fields.put(PREVIOUS, previous);
        });
    }

    private static void put(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    static Evidence read(JsonNode root) {
        return new Evidence(
                text(root, GRADER),
                text(root, SOURCES),
                text(root, SECRET),
                Optional.ofNullable(root.get(PREVIOUS)).map(EvidenceJson::mark));
    }

    private static EarlierMark mark(JsonNode node) {
        Map<String, Double> points = new LinkedHashMap<>();
        @Nullable JsonNode tasks = node.get(TASKS);
        if (tasks != null) {
            tasks.properties()
                    .forEach(
                            entry -> points.put(entry.getKey(), entry.getValue().asDouble()));
        }
        return new EarlierMark(text(node, GRADER), points);
    }

    private static String text(JsonNode node, String name) {
        @Nullable JsonNode value = node.get(name);
        return value == null ? "" : value.asString();
    }
}
