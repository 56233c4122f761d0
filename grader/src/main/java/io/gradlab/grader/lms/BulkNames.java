package io.gradlab.grader.lms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names that "Download submissions" (Canvas) and "Download all submissions" (Moodle) give.
 *
 * <p>Relied on, as in the platforms' own sources of 2025 (Canvas's {@code content_zipper.rb}, Moodle's {@code
 * mod_assign/downloader.php}):
 *
 * <ul>
 *   <li>Canvas: {@code lastfirst_12345_67890_file.zip}, after the name {@code _LATE} if it was late. The name is in lower
 *       case, without blanks and commas; the first number is the user's, the second the attached file's. What was handed in
 *       anonymously, {@code anon_x7Kq9_67890_file.zip}, has no user's number and is not understood.
 *   <li>Moodle: {@code Full Name_12345_assignsubmission_file}, in older releases with one more {@code _}, a folder or,
 *       where folders are switched off, the beginning of a file's name. The number is that of the worksheet's {@code
 *       Participant 12345}, also if names are hidden. For teams it is the group's number, which nobody's roster line has.
 * </ul>
 */
public final class BulkNames {
    private static final Pattern CANVAS =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+?_(?<late>LATE_)?(?<user>\\d+)_(?<file>\\d+)_.+");
    private static final Pattern MOODLE = Pattern.compile(".*?_(?<participant>\\d+)_assignsubmission_file(?:_.*)?");

    private BulkNames() {}

    /** Returns what a file's or folder's name says; empty if no platform gives such a name. */
    public static Optional<HandInName> parse(String name) {
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return Optional.of(new HandInName(HandInName.Kind.MOODLE, moodle.group("participant"), false));
        }
        Matcher canvas = CANVAS.matcher(name);
        return canvas.matches()
                ? Optional.of(
                        new HandInName(HandInName.Kind.CANVAS, canvas.group("user"), canvas.group("late") != null))
                : Optional.empty();
    }
}
