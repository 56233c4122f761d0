package io.gradlab.grader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A task's staged hints, and a paragraph to read when it is done. They are a resource of the lab,
 * {@code META-INF/gradlab/hints/lab1/1.8.md}: the sections {@code # 1}, {@code # 2}, {@code # 3} and
 * {@code # Discussion}, each a paragraph.
 *
 * @param steps a nudge, then the idea or formula, then nearly the code
 */
public record TaskHints(List<String> steps, String discussion) {
    /** How many hints a task has. */
    public static final int STEPS = 3;

    /** Keeps an unmodifiable copy of the list. */
    public TaskHints {
        steps = List.copyOf(steps);
    }

    /** Returns the hints of a task, if the lab on the class path has any. */
    public static Optional<TaskHints> find(String lab, String task) {
        String resource = "/META-INF/gradlab/hints/" + lab + "/" + task + ".md";
        try (InputStream in = TaskHints.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the sections of a file. */
    static TaskHints parse(String name, String text) {
        List<String> sections = Arrays.stream(text.split("(?m)^# "))
                .filter(section -> !section.isBlank())
                .map(String::strip)
                .toList();
        List<String> titles = sections.stream()
                .map(section -> section.lines().findFirst().orElse(""))
                .toList();
        if (!titles.equals(List.of("1", "2", "3", "Discussion"))) {
            throw new IllegalStateException(name + " has the sections " + titles + ", not 1, 2, 3, Discussion");
        }
        List<String> paragraphs = sections.stream()
                .map(section ->
                        String.join(" ", section.lines().skip(1).toList()).strip())
                .toList();
        return new TaskHints(paragraphs.subList(0, STEPS), paragraphs.getLast());
    }

    /** Returns the discussion as it is shown in a terminal, with an empty line before it. */
    String discussionText() {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        ResultText.wrap(text, discussion);
        return text.toString();
    }
}
