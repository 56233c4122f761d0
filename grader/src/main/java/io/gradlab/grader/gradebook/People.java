package io.gradlab.grader.gradebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roster's students and the groups they work in, {@code groups.csv}: group, student. */
final class People {
    private final Roster roster;
    private final Map<String, List<Student>> groups = new HashMap<>(); // by name
    private final Map<Student, String> groupOf = new HashMap<>();

    private People(Roster roster) {
        this.roster = roster;
    }

    /**
     * Reads both from a course's folder; without a file of groups everybody works alone.
     *
     * @throws io.gradlab.cli.UserError if something is wrong with them; the message names the line
     */
    static People read(Path folder) {
        People people = new People(Roster.read(folder.resolve("roster.csv")));
        for (TableRow row : Table.readIfThere(folder.resolve("groups.csv"), "group", "student")) {
            String group = row.need("group");
            String id = row.need("student");
            Student student = people.roster
                    .find(id)
                    .orElseThrow(() -> row.error(id + " is not in roster.csv; add the student there"));
            if (people.roster.find(group).isPresent()) {
                throw row.error("the group " + group + " has a student's id; name it otherwise");
            }
            if (people.groupOf.putIfAbsent(student, Ids.key(group)) != null) {
                throw row.error(id + " is in a group already; delete one of the lines");
            }
            people.groups
                    .computeIfAbsent(Ids.key(group), _ -> new ArrayList<>())
                    .add(student);
        }
        return people;
    }

    Roster roster() {
        return roster;
    }

    /** Returns the student of this id, or the members of the group of this name; none if there is neither. */
    List<Student> named(String name) {
        return roster.find(name)
                .map(List::of)
                .orElseGet(() -> List.copyOf(groups.getOrDefault(Ids.key(name), List.of())));
    }

    /** Returns for whom a student's hand-in counts: the group, or the student alone. */
    List<Student> together(Student student) {
        return Optional.ofNullable(groupOf.get(student))
                .map(group -> List.copyOf(groups.get(group)))
                .orElse(List.of(student));
    }

    /** Returns the students that a line means, by a student's id or a group's name. */
    List<Student> of(TableRow row) {
        String name = row.need("student");
        List<Student> students = named(name);
        if (students.isEmpty()) {
            throw row.error(name + " is neither in roster.csv nor a group of groups.csv; add the student there");
        }
        return students;
    }
}
