package io.gradlab.course.experiment;

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
}
