package io.gradlab.course.experiment.report;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The file {@code answers.md}, the one file of a report that its author writes: a heading for each question, the answer below
 * it. Before them there may be a title, {@code # Like this}, and what shall stand at the beginning. Nothing in it is ever
 * changed; questions that it lacks are added at its end.
 */
final class Answers {
    private static final String HEADING = "## ";
    private static final String BEGINNING =
            "<!-- Write below each question, then make the report again: it takes what you"
                    + " write here. A section of your own begins with ## as well; a title of your own, with # and before"
                    + " all questions. Pictures: ![what it shows](file.png), the file beside this one. -->\n";
    private static final String TITLE = "# ";

    private final SequencedMap<String, String> sections; // by heading
    private final String beginning;

    private Answers(SequencedMap<String, String> sections) {
        this.sections = sections;
        this.beginning = String.valueOf(sections.remove(""))
                .replaceAll("(?s)<!--.*?-->", "")
                .strip();
    }

    /** Reads the file, made or made complete if need be. */
    static Answers in(Path file, List<String> questions) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : BEGINNING;
        StringBuilder whole = new StringBuilder(text);
        for (String question : questions) {
            if (!parse(text).containsKey(question)) {
                whole.append(whole.toString().endsWith("\n") ? "\n" : "\n\n");
                whole.append(HEADING).append(question).append("\n\n");
            }
        }
        if (!Files.exists(file) || !whole.toString().equals(text)) {
            AtomicFiles.writeText(file, whole.toString());
        }
        return new Answers(parse(whole.toString()));
    }

    private static SequencedMap<String, String> parse(String text) {
        SequencedMap<String, String> sections = new LinkedHashMap<>();
        String heading = "";
        StringBuilder below = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(HEADING)) {
                sections.put(heading, below.toString().strip());
                heading = line.substring(HEADING.length()).strip();
                below.setLength(0);
            } else {
                below.append(line).append('\n');
            }
        }
        sections.put(heading, below.toString().strip());
        return sections;
    }

    /** Returns the author's title; empty if there is none. */
    Optional<String> title() {
        return beginning
                .lines()
                .findFirst()
                .filter(line -> line.startsWith(TITLE))
                .map(line -> line.substring(TITLE.length()).strip());
    }

    /** Returns what stands between the title and the first question, empty if nothing does. */
    String introduction() {
        return title().isEmpty()
                ? beginning
                : beginning.lines().skip(1).collect(Collectors.joining("\n")).strip();
    }

    /** Returns each heading with what stands below it, empty where that is still to be written. */
    SequencedMap<String, String> sections() {
        return sections;
    }

    /** Returns how many headings have nothing below them. */
    long open() {
        return sections.values().stream().filter(String::isEmpty).count();
    }
}
