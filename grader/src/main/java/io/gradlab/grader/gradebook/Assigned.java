package io.gradlab.grader.gradebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table gives to students or to whole groups; a line of a student's own goes before the group's.
 *
 * @param <K> what it is given for, for example a lab
 */
final class Assigned<K, V> {
    private final People people;
    private final Map<Student, Map<K, V>> own = new HashMap<>();
    private final Map<Student, Map<K, V>> ofGroup = new HashMap<>();
    private final Map<String, Set<K>> seen = new HashMap<>(); // by student or group

    Assigned(People people) {
        this.people = people;
    }

    /** Adds a line's value; refuses a second one for the same. */
    void put(TableRow row, K key, V value) {
        String name = row.need("student");
        boolean alone = people.roster().find(name).isPresent();
        for (Student student : people.of(row)) {
            (alone ? own : ofGroup)
                    .computeIfAbsent(student, _ -> new HashMap<>())
                    .put(key, value);
        }
        if (!seen.computeIfAbsent(Ids.key(name), _ -> new HashSet<>()).add(key)) {
            throw row.error(name + " has a line for the same already; delete one of them");
        }
    }

    Optional<V> find(Student student, K key) {
        return Optional.ofNullable(own.getOrDefault(student, Map.of()).get(key))
                .or(() -> Optional.ofNullable(
                        ofGroup.getOrDefault(student, Map.of()).get(key)));
    }
}
