package io.gradlab.grader.rubric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The criteria of a lab's report. They are a resource of the lab, {@code META-INF/gradlab/rubric/lab1.md}: for each a heading
 * {@code # q1, 3 points}, the question, and the parts {@code ## full}, {@code ## half} and {@code ## none}.
 */
public record Rubric(String lab, List<Criterion> criteria) {
    private static final Pattern HEADING = Pattern.compile("([a-z][a-z0-9]*), ([0-9.]+) points?");

    /** Keeps an unmodifiable copy of the list. */
    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** Returns the rubric of a lab, if the lab on the class path has one. */
    public static Optional<Rubric> find(String lab) {
        String resource = "/META-INF/gradlab/rubric/" + lab + ".md";
        try (InputStream in = Rubric.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(lab, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what all criteria together can bring. */
    public BigDecimal total() {
        return criteria.stream().map(Criterion::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Reads a file's text. */
    static Rubric parse(String lab, String text) {
        return new Rubric(
                lab,
                Arrays.stream(text.split("(?m)^# "))
                        .filter(part -> !part.isBlank())
                        .map(part -> criterion(lab, part))
                        .toList());
    }

    private static Criterion criterion(String lab, String text) {
        List<String> parts = Arrays.stream(text.split("(?m)^## ")).toList();
        List<String> names = parts.stream().skip(1).map(Rubric::head).toList();
        Matcher heading = HEADING.matcher(head(text));
        if (!heading.matches() || !names.equals(List.of("full", "half", "none"))) {
            throw new IllegalStateException("The rubric of " + lab + " has \"" + head(text) + "\" with the parts "
                    + names + "; write \"q1, 3 points\" with full, half and none");
        }
        return new Criterion(
                heading.group(1),
                body(parts.get(0)),
                new BigDecimal(heading.group(2)),
                body(parts.get(1)),
                body(parts.get(2)),
                body(parts.get(3)));
    }

    private static String head(String part) {
        return part.lines().findFirst().orElse("").strip();
    }

    private static String body(String part) {
        return String.join(" ", part.lines().skip(1).map(String::strip).toList())
                .strip();
    }
}
