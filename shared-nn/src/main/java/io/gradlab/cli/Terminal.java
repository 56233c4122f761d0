package io.gradlab.cli;

import java.io.PrintWriter;
import java.util.Map;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Where a command writes for people.
 *
 * @param out the command's output
 * @param interactive whether a person watches, so that bars and cursor movement make sense
 * @param colourful whether bars may have colours
 */
public record Terminal(PrintWriter out, boolean interactive, boolean colourful) {
    /** The system property that {@code --plain} sets. */
    static final String PLAIN_PROPERTY = "gradlab.plain";

    /** Creates a terminal without colours. */
    public Terminal(PrintWriter out, boolean interactive) {
        this(out, interactive, false);
    }

    /**
     * Returns the terminal of this process: without one, with {@code --plain}, and where {@code CI} is set or {@code TERM} is
     * {@code dumb}, it is not interactive; with {@code NO_COLOR} it has no colours.
     */
    public static Terminal of(PrintWriter out) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return of(out, watched && !Boolean.getBoolean(PLAIN_PROPERTY), System.getenv());
    }

    static Terminal of(PrintWriter out, boolean watched, Map<String, String> environment) {
        boolean person = watched && !environment.containsKey("CI") && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                out, person, person && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Returns how progress bars look. */
    public ProgressBarStyle bars() {
        return colourful ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK;
    }
}
