package io.gradlab.grader.jobs;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a POSIX shell. */
public final class Shell {
    private Shell() {}

    /** Returns a text as one word, whatever is in it. */
    public static String quote(String text) {
        return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns a command line of the words. */
    public static String line(List<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }
}
