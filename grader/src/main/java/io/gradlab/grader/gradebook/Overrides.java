package io.gradlab.grader.gradebook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points that a person sets in place of the computed ones, {@code overrides.csv}: student, lab, task, points, reason. A line
 * without a task sets the lab's final points.
 */
final class Overrides {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000); // the true limit is known with the receipts

    private final Assigned<Key, Value> values;
    private final List<Value> all = new ArrayList<>();

    private Overrides(People people) {
        values = new Assigned<>(people);
    }

    private record Key(String lab, String task) {}

    /** What a line sets. */
    record Value(String lab, String task, BigDecimal points, String reason, TableRow row) {}

    /** Reads them; errors as {@link Roster#read}. */
    static Overrides read(Path folder, Course course, People people) {
        Overrides overrides = new Overrides(people);
        for (TableRow row :
                Table.readIfThere(folder.resolve("overrides.csv"), "student", "lab", "task", "points", "reason")) {
            String lab = Labs.of(course, row).lab();
            row.need("points");
            Value value = new Value(
                    lab, row.get("task"), row.points("points", lab, MOST).orElseThrow(), row.need("reason"), row);
            overrides.values.put(row, new Key(lab, value.task()), value);
            overrides.all.add(value);
        }
        return overrides;
    }

    /**
     * Refuses lines for tasks that a lab has not, or with more points than there are.
     *
     * @param tasks the most points of each task
     * @param maximum of the whole lab
     */
    void check(String lab, Map<String, BigDecimal> tasks, BigDecimal maximum) {
        for (Value value : all) {
            if (value.lab().equals(lab)) {
                String task = value.task();
                if (!task.isEmpty() && !tasks.containsKey(task)) {
                    throw value.row()
                            .error("there is no task " + task + " in " + lab + "; there are "
                                    + String.join(", ", tasks.keySet()));
                }
                BigDecimal most = tasks.getOrDefault(task, maximum);
                value.row().points("points", task.isEmpty() ? lab : "task " + task, most);
            }
        }
    }

    Optional<Value> ofTask(Student student, String lab, String task) {
        return values.find(student, new Key(lab, task));
    }

    Optional<Value> ofLab(Student student, String lab) {
        return values.find(student, new Key(lab, ""));
    }
}
