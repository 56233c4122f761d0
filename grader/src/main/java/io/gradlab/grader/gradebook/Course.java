package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code course.yaml} says.
 *
 * @param file where it says so
 * @param labs by name, in the file's order
 */
record Course(Path file, String name, ZoneId zone, Attempts attempts, LatePolicy late, Map<String, Assignment> labs) {

    Course {
        labs = Collections.unmodifiableMap(labs);
    }

    /** Returns a lab. */
    Assignment lab(String lab) {
        return Optional.ofNullable(labs.get(lab))
                .orElseThrow(() -> new UserError(
                        file + " has no " + lab + "; it has " + String.join(", ", labs.keySet()) + ": add it there"));
    }

    /** Returns an item of any lab. */
    Optional<Item> item(String id) {
        return labs.values().stream()
                .flatMap(lab -> lab.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
    }
}
