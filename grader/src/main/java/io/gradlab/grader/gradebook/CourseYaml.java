package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.Standing;
import io.gradlab.grader.rubric.Rubric;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code course.yaml}. */
final class CourseYaml {
    private static final int MOST = 1_000_000;
    private static final int MOST_PERCENT = 100;

    private final ZoneId zone;
    private final Set<String> items = new HashSet<>(); // of all labs

    private CourseYaml(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a course.
     *
     * @throws io.gradlab.cli.UserError if something is wrong with it; the message names the line
     */
    static Course read(Path file) {
        YamlNode root = YamlFile.read(file);
        root.allow("name", "zone", "attempts", "late", "labs");
        YamlNode zone = root.get("zone", "zone: Europe/Berlin");
        CourseYaml reader = new CourseYaml(zone(zone));
        Map<String, Assignment> labs = new LinkedHashMap<>();
        root.get("labs", "labs: {lab1: {weight: 1, deadline: 2026-11-02 23:59}}")
                .members()
                .forEach((lab, node) -> labs.put(lab, reader.assignment(lab, node)));
        return new Course(
                file,
                root.get("name", "name: Neural networks").scalar(),
                reader.zone,
                attempts(root.get("attempts", "attempts: last")),
                root.find("late").map(CourseYaml::late).orElse(LatePolicy.FREE),
                labs);
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.scalar());
        } catch (DateTimeException unknown) {
            throw node.error("is \"" + node.text() + "\", which is no time zone; write one like Europe/Berlin");
        }
    }

    private static Attempts attempts(YamlNode node) {
        return switch (node.scalar().toLowerCase(Locale.ROOT)) {
            case "best" -> Attempts.BEST;
            case "last" -> Attempts.LAST;
            default -> throw node.error("is \"" + node.text() + "\"; write best or last");
        };
    }

    private static LatePolicy late(YamlNode node) {
        node.allow("grace", "percent", "days");
        return new LatePolicy(
                node.find("grace").map(grace -> grace.whole(MOST)).orElse(0),
                node.get("percent", "percent: 10").number(MOST_PERCENT),
                node.get("days", "days: 3").whole(MOST));
    }

    private Assignment assignment(String lab, YamlNode node) {
        node.allow("weight", "deadline", "manual");
        YamlNode deadline = node.get("deadline", "deadline: 2026-11-02 23:59");
        BigDecimal weight = node.get("weight", "weight: 1").number(MOST);
        List<Item> manual = new ArrayList<>();
        node.find("manual").ifPresent(list -> {
            if (list.items().isEmpty()) {
                throw list.error("must be a list of items like `- {item: report, title: Report, points: 20}`");
            }
            list.items().forEach(item -> manual.add(item(item)));
        });
        try {
            return new Assignment(lab, weight, CourseTime.deadline(deadline.scalar(), zone), manual);
        } catch (IllegalArgumentException wrong) {
            throw deadline.error(String.valueOf(wrong.getMessage()));
        }
    }

    private Item item(YamlNode node) {
        node.allow("item", "title", "points", "rubric");
        YamlNode id = node.get("item", "item: report");
        if (!items.add(id.scalar())) {
            throw id.error("is \"" + id.text() + "\" a second time; every item needs a name of its own, as manual.csv"
                    + " does not say which lab it means");
        }
        String title = node.get("title", "title: Report").scalar();
        Optional<YamlNode> lab = node.find("rubric");
        if (lab.isEmpty()) {
            return new Item(id.scalar(), title, points(node.get("points", "points: 20")), Optional.empty());
        }
        Rubric rubric = Rubric.find(lab.get().scalar())
                .orElseThrow(() -> lab.get().error("is \"" + lab.get().text() + "\", which has no rubric"));
        BigDecimal most = Standing.plain(rubric.total());
        node.find("points").filter(given -> points(given).compareTo(most) != 0).ifPresent(given -> {
            throw given.error("is " + given.text() + ", but the criteria of the rubric add up to "
                    + most.toPlainString() + "; write that, or leave points out");
        });
        return new Item(id.scalar(), title, most, Optional.of(rubric));
    }

    private static BigDecimal points(YamlNode node) {
        BigDecimal most = Standing.plain(node.number(MOST));
        if (most.signum() == 0) {
            throw node.error("is 0; write what the item is worth");
        }
        return most;
    }
}
