package io.gradlab.grader.student;

import io.gradlab.cli.UserError;
import java.util.Comparator;

/** The ids of tasks. */
final class Tasks {
    /** {@code 1.2} before {@code 1.10}. */
    static final Comparator<String> IN_ORDER =
            Comparator.comparing(Tasks::lab).thenComparingInt(task -> Integer.parseInt(task.split("\\.")[1]));

    private Tasks() {}

    /**
     * Returns a task's lab, {@code lab1} for {@code 1.8}.
     *
     * @throws UserError if this is no task's id
     */
    static String lab(String task) {
        if (!task.matches("\\d\\.\\d{1,3}")) {
            throw new UserError("There is no task " + task + "; name one like 1.8");
        }
        return "lab" + task.charAt(0);
    }
}
