package io.gradlab.course.experiment.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of what an author wrote in Markdown, as a page shows it; parts are set apart by empty lines. */
sealed interface Written {
    /** What a line of a list begins with. */
    String ITEM = "(?:[-*]|\\d+\\.) +";

    /** Text that goes on until an empty line. */
    record Paragraph(String text) implements Written {}

    /** A picture that stands alone: {@code ![what it shows](file.png)}. */
    record Image(String altText, String file) implements Written {}

    /** Lines between bars, the second of them of dashes. */
    record Grid(List<String> header, List<List<String>> rows) implements Written {}

    /** Lines that begin with a dash, an asterisk or a number; without these. */
    record Listing(List<String> items) implements Written {}

    /** Lines between two lines of three backticks. */
    record Code(String text) implements Written {}

    /** Reads a text. */
    static List<Written> parse(String text) {
        List<Written> parts = new ArrayList<>();
        String[] pieces = text.split("(?m)^```.*$\\R?");
        for (int i = 0; i < pieces.length; i++) {
            if (i % 2 == 1) {
                parts.add(new Code(pieces[i].stripTrailing()));
            } else {
                Arrays.stream(pieces[i].split("\\R\\s*\\R"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .forEach(part -> parts.add(part(part)));
            }
        }
        return parts;
    }

    private static Written part(String text) {
        Matcher image = Pattern.compile("!\\[([^\\]]*)]\\(([^)\\s]+)\\)").matcher(text.replaceAll("\\s*\\R\\s*", " "));
        if (image.matches()) {
            return new Image(image.group(1), image.group(2));
        }
        if (text.matches("(?s)" + ITEM + ".*")) {
            return new Listing(Arrays.stream(text.split("(?m)^\\s*" + ITEM))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList());
        }
        List<List<String>> lines = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("|"))
                .map(Written::cells)
                .toList();
        boolean table = lines.size() > 1
                && lines.size() == text.lines().count()
                && lines.get(1).stream().allMatch(cell -> cell.matches(":?-+:?"))
                && lines.stream()
                        .allMatch(line -> line.size() == lines.getFirst().size());
        return table ? new Grid(lines.getFirst(), lines.subList(2, lines.size())) : new Paragraph(text);
    }

    private static List<String> cells(String line) {
        String inner = line.replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
