package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A run's options as text, one a line: {@code --lr 0.1}. */
final class OptionsText {

    private OptionsText() {}

    static String write(Map<String, String> options) {
        StringJoiner lines = new StringJoiner("\n");
        options.forEach((option, value) -> lines.add(option + " " + value));
        return lines.toString();
    }

    static Map<String, String> parse(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            options.put(line.substring(0, space), line.substring(space + 1));
        });
        return options;
    }

    /** Refuses to go on with a run whose options were others; {@code run} is its folder. */
    static void requireSame(Map<String, String> before, Map<String, String> now, Path run) {
        now.forEach((option, value) -> {
            String then = before.get(option);
            if (then == null) {
                throw refusal(run, "without " + option + "; leave it out");
            }
            if (!then.equals(value)) {
                throw refusal(run, "with " + option + " " + then + ", not " + value + "; give the same");
            }
        });
        before.forEach((option, then) -> {
            if (!now.containsKey(option)) {
                throw refusal(run, "with " + option + " " + then + "; give the same");
            }
        });
    }

    private static UserError refusal(Path run, String started) {
        return new UserError(
                "--resume: the run in " + run + " was started " + started + ", or leave --resume out to start anew");
    }
}
