package io.gradlab.grader.lms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which column of Canvas's gradebook is what. Canvas writes these names in English whatever the user's language. */
final class CanvasColumns {
    private static final Pattern WITH_ID = Pattern.compile("(?<title>.*?)\\s*\\((?<id>\\d+)\\)");
    private static final Pattern TOTAL =
            Pattern.compile("(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)");

    private final List<String> header;
    private final int section;

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException if it is none of Canvas's
     */
    CanvasColumns(List<String> header) {
        this.header = header;
        boolean whole = header.size() > 2
                && header.get(0).contains("Student")
                && header.get(1).contains("ID");
        this.section = header.indexOf("Section");
        if (section < 0 || !whole && !split()) {
            throw new IllegalArgumentException(
                    "it is no gradebook of Canvas, whose first line begins with Student,ID and"
                            + " has a Section; take Canvas's Grades, Export");
        }
    }

    /** Returns whether names stand in two columns, the last name first. */
    boolean split() {
        return header.size() > 3
                && header.get(0).equals("LastName")
                && header.get(1).equals("FirstName");
    }

    /** Returns a column's place, or -1. */
    int of(String name) {
        return header.indexOf(name);
    }

    String name(int column) {
        return header.get(column);
    }

    /**
     * Returns the place of an assignment's column.
     *
     * @param wanted its number, its title, or both as Canvas writes them; empty: the lab's name decides
     * @throws IllegalArgumentException if not exactly one fits
     */
    int assignment(Optional<String> wanted, String lab) {
        List<Predicate<String>> ways = wanted.<List<Predicate<String>>>map(text -> List.of(
                        name -> name.equals(text) || id(name).equals(text),
                        name -> title(name).equals(text),
                        name -> plain(title(name)).equals(plain(text))))
                .orElseGet(() -> List.of(
                        name -> plain(title(name)).equals(plain(lab)),
                        name -> plain(title(name)).matches(Pattern.quote(plain(lab)) + "(?!\\d).*")));
        List<Integer> all = assignments();
        for (Predicate<String> way : ways) {
            List<Integer> fitting =
                    all.stream().filter(column -> way.test(header.get(column))).toList();
            if (fitting.size() == 1) {
                return fitting.getFirst();
            }
            if (!fitting.isEmpty()) {
                throw new IllegalArgumentException("several assignments fit " + wanted.orElse(lab) + ": "
                        + names(fitting) + "; name one by its number: --canvas-assignment 123");
            }
        }
        throw new IllegalArgumentException("no assignment is called " + wanted.orElse(lab) + "; there are: "
                + names(all) + "; name one with --canvas-assignment");
    }

    private List<Integer> assignments() {
        return IntStream.range(section + 1, header.size())
                .filter(column -> !TOTAL.matcher(header.get(column)).find())
                .boxed()
                .toList();
    }

    private String names(List<Integer> columns) {
        return columns.isEmpty()
                ? "none"
                : String.join(", ", columns.stream().map(header::get).toList());
    }

    private static String id(String name) {
        Matcher parts = WITH_ID.matcher(name);
        return parts.matches() ? parts.group("id") : "";
    }

    private static String title(String name) {
        Matcher parts = WITH_ID.matcher(name);
        return parts.matches() ? parts.group("title") : name;
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
