package io.gradlab.grader.report;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The section {@code course} of {@code result.json}, to text and back. */
final class CourseJson {
    private CourseJson() {}

    static Map<String, Object> write(CourseSection course) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", course.course());
        fields.put(
                "students",
                course.standings().stream().map(CourseJson::standing).toList());
        return fields;
    }

    static CourseSection read(JsonNode node) {
        return new CourseSection(
                ReceiptJson.text(node, "name"),
                ReceiptJson.list(node, "students").map(CourseJson::standing).toList());
    }

    private static Map<String, Object> standing(Standing standing) {
        Timing timing = standing.timing();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", standing.id());
        fields.put("name", standing.name());
        fields.put("attempt", standing.attempt());
        timing.submitted().ifPresent(time -> fields.put("submitted", time.toString()));
        fields.put("deadline", timing.deadline().toString());
        fields.put("extended", timing.extended());
        fields.put("daysLate", timing.daysLate());
        fields.put("penaltyPercent", Standing.plain(timing.penalty()));
        fields.put("automatic", standing.automatic());
        fields.put("automaticMax", standing.automaticMaximum());
        fields.put("manual", standing.manual().stream().map(CourseJson::mark).toList());
        fields.put(
                "overrides",
                standing.overrides().stream().map(CourseJson::override).toList());
        fields.put("notes", standing.notes());
        standing.points().ifPresent(points -> fields.put("points", points));
        fields.put("max", standing.maximum());
        return fields;
    }

    private static Map<String, Object> mark(ManualMark mark) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", mark.item());
        fields.put("title", mark.title());
        mark.points().ifPresent(points -> fields.put("points", points));
        fields.put("max", mark.maximum());
        fields.put("comment", mark.comment());
        fields.put("marker", mark.marker());
        return fields;
    }

    private static Map<String, Object> override(PointsOverride override) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("task", override.task());
        fields.put("was", override.was());
        fields.put("points", override.points());
        fields.put("reason", override.reason());
        return fields;
    }

    private static Standing standing(JsonNode node) {
        return new Standing(
                ReceiptJson.text(node, "id"),
                ReceiptJson.text(node, "name"),
                ReceiptJson.text(node, "attempt"),
                new Timing(
                        Optional.ofNullable(node.get("submitted")).map(time -> time(node, "submitted")),
                        time(node, "deadline"),
                        ReceiptJson.required(node, "extended").asBoolean(),
                        ReceiptJson.required(node, "daysLate").asInt(),
                        points(node, "penaltyPercent")),
                points(node, "automatic"),
                points(node, "automaticMax"),
                ReceiptJson.list(node, "manual")
                        .map(mark -> new ManualMark(
                                ReceiptJson.text(mark, "item"),
                                ReceiptJson.text(mark, "title"),
                                given(mark),
                                points(mark, "max"),
                                ReceiptJson.text(mark, "comment"),
                                ReceiptJson.text(mark, "marker")))
                        .toList(),
                ReceiptJson.list(node, "overrides")
                        .map(override -> new PointsOverride(
                                ReceiptJson.text(override, "task"),
                                points(override, "was"),
                                points(override, "points"),
                                ReceiptJson.text(override, "reason")))
                        .toList(),
                ReceiptJson.list(node, "notes").map(JsonNode::asString).toList(),
                given(node),
                points(node, "max"));
    }

    private static OffsetDateTime time(JsonNode node, String name) {
        return OffsetDateTime.parse(ReceiptJson.text(node, name));
    }

    private static Optional<BigDecimal> given(JsonNode node) {
        return Optional.ofNullable(node.get("points")).map(JsonNode::decimalValue);
    }

    private static BigDecimal points(JsonNode node, String name) {
        return ReceiptJson.required(node, name).decimalValue();
    }
}
