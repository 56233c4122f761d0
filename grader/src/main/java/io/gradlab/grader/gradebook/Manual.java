package io.gradlab.grader.gradebook;

import io.gradlab.grader.report.ManualMark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people gave for written parts, {@code manual.csv}: student, item, points, comment, marker; points may be left empty where a column
 * for each criterion of the item's rubric is filled in. A line whose points are still empty is not yet a mark.
 */
final class Manual {
    private final Assigned<String, ManualMark> marks; // by item

    private Manual(People people) {
        marks = new Assigned<>(people);
    }

    /** Reads them; errors as {@link Roster#read}. */
    static Manual read(Path folder, Course course, People people) {
        Manual manual = new Manual(people);
        for (TableRow row :
                Table.readIfThere(folder.resolve("manual.csv"), "student", "item", "points", "comment", "marker")) {
            String id = row.need("item");
            Item item = course.item(id)
                    .orElseThrow(
                            () -> row.error("there is no item " + id + " in course.yaml; there are: " + all(course)));
            Optional<CriteriaMarks> marks = item.rubric().flatMap(rubric -> CriteriaMarks.in(row, rubric));
            Optional<BigDecimal> points = row.points("points", "the item " + id, item.points());
            String comment = row.get("comment");
            if (marks.isPresent()) {
                points = Optional.of(marks.get().agreeing(points));
                comment = (marks.get().inWords() + " " + comment).strip();
            }
            manual.marks.put(
                    row, id, new ManualMark(id, item.title(), points, item.points(), comment, row.get("marker")));
        }
        return manual;
    }

    private static String all(Course course) {
        return course.labs().values().stream()
                .flatMap(lab -> lab.items().stream())
                .map(Item::id)
                .collect(Collectors.joining(", "));
    }

    /** Returns what a student got for an item, which may be nothing yet. */
    ManualMark of(Student student, Item item) {
        return marks.find(student, item.id())
                .orElseGet(() -> new ManualMark(item.id(), item.title(), Optional.empty(), item.points(), "", ""));
    }
}
