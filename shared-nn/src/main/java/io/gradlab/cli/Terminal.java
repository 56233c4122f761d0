package io.gradlab.cli;

import java.io.PrintWriter;

/**
 * Where a command writes for people.
 *
 * @param out the command's output
 * @param interactive whether a person watches, so that bars and cursor movement make sense
 */
public record Terminal(PrintWriter out, boolean interactive) {

    /** Returns the terminal of this process; without one, or with {@code NO_COLOR} or {@code CI} set, it is plain. */
    public static Terminal of(PrintWriter out) {
        boolean person = System.console() != null
                && System.console().isTerminal()
                && System.getenv("CI") == null
                && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(out, person);
    }
}
