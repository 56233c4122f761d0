package io.gradlab.grader.run;

import java.util.ArrayList;
import java.util.List;

/** Ids of tasks as people say them: those that follow each other as a range. */
public final class TaskRanges {
    private TaskRanges() {}

    /** Returns for example {@code 1.0 to 1.14, 2.3, 2.5 to 2.7}; ids are taken in the order in which they come. */
    public static String of(List<String> tasks) {
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= tasks.size(); i++) {
            if (i == tasks.size() || !follows(tasks.get(i - 1), tasks.get(i))) {
                parts.add(range(tasks.subList(first, i)));
                first = i;
            }
        }
        return String.join(", ", parts);
    }

    private static String range(List<String> tasks) {
        return tasks.size() < 3 ? String.join(", ", tasks) : tasks.getFirst() + " to " + tasks.getLast();
    }

    private static boolean follows(String task, String next) {
        String[] one = task.split("\\.");
        String[] other = next.split("\\.");
        return one[0].equals(other[0]) && Integer.parseInt(one[1]) + 1 == Integer.parseInt(other[1]);
    }
}
