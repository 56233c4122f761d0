package io.gradlab.grader.lms;

import java.util.ArrayList;
import java.util.List;

/**
 * A platform's table with marks in it.
 *
 * @param text the whole file
 * @param count how many marks were filled in
 * @param strangers who has a mark and is not in the table
 * @param unmarked who is in the table and has no mark
 * @param remarks what else a person should know, a sentence each
 */
public record Filled(String text, int count, List<String> strangers, List<String> unmarked, List<String> remarks) {
    private static final int MOST_NAMED = 12;

    /** Keeps copies. */
    public Filled {
        strangers = List.copyOf(strangers);
        unmarked = List.copyOf(unmarked);
        remarks = List.copyOf(remarks);
    }

    /** Returns what to tell a person, a line each, about the file of that name. */
    public List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + count + (count == 1 ? " mark" : " marks") + " filled in");
        if (!strangers.isEmpty()) {
            lines.add(file + ": graded, but not in it: " + named(strangers));
        }
        if (!unmarked.isEmpty()) {
            lines.add(file + ": in it, but left as it was: " + named(unmarked));
        }
        remarks.forEach(remark -> lines.add(file + ": " + remark));
        return lines;
    }

    private static String named(List<String> people) {
        int more = people.size() - MOST_NAMED;
        return String.join("; ", people.subList(0, Math.min(people.size(), MOST_NAMED)))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
