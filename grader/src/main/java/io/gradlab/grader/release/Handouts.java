package io.gradlab.grader.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages that students get: each lab's handout, the pages for students in {@code docs/}, and what these link to. A link to
 * what students do not get becomes plain text, and what stands between {@code <!-- full repository -->} and
 * {@code <!-- all repositories -->} is left out.
 */
final class Handouts {
    private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]\\[]*)]\\(([^)\\s#:]+)(#[^)\\s]*)?\\)");
    private static final Pattern KEPT_BACK = Pattern.compile("docs/(grading|reports|instructors|contributors)(/.*)?");
    private static final Pattern FULL_ONLY =
            Pattern.compile("(?s)<!-- full repository -->\\R.*?<!-- all repositories -->\\R+");
    private static final List<String> FOR_STUDENTS = List.of("docs/students.md", "docs/reading.md");

    private final Path home;
    private final Collection<String> modules;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Handouts(Path home, Collection<String> modules) {
        this.home = home;
        this.modules = modules;
    }

    /** Returns the files of labs by path, given the names of their modules. */
    static Map<String, byte[]> of(Path home, Collection<String> modules) throws IOException {
        Handouts handouts = new Handouts(home, modules);
        for (String module : modules) {
            handouts.addAll(module + "/README.md");
        }
        for (String page : FOR_STUDENTS) {
            if (Files.exists(home.resolve(page))) {
                handouts.addAll(page);
            }
        }
        return handouts.files;
    }

    private void addAll(String first) throws IOException {
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (files.containsKey(name)) {
                continue;
            }
            byte[] content = Files.readAllBytes(home.resolve(name));
            files.put(
                    name,
                    name.endsWith(".md")
                            ? page(name, new String(content, StandardCharsets.UTF_8), open)
                                    .getBytes(StandardCharsets.UTF_8)
                            : content);
        }
    }

    private String page(String name, String text, Deque<String> open) {
        return LINK.matcher(FULL_ONLY.matcher(text).replaceAll(""))
                .replaceAll(link -> Matcher.quoteReplacement(link(name, link, open)));
    }

    private String link(String page, MatchResult link, Deque<String> open) {
        Path target = Path.of(page).resolveSibling(link.group(3)).normalize();
        String name = target.toString().replace('\\', '/');
        if (name.equals("README.md")) {
            return link.group(); // the release has a front page of its own
        }
        if (isForStudents(name) && Files.isRegularFile(home.resolve(target))) {
            open.push(name);
            return link.group();
        }
        return link.group(1).isEmpty() ? link.group(2) : "";
    }

    private boolean isForStudents(String name) {
        boolean ofLab = modules.stream().anyMatch(module -> name.startsWith(module + "/"));
        boolean page = name.startsWith("docs/") && !KEPT_BACK.matcher(name).matches();
        return (ofLab || page) && !name.endsWith(".java");
    }
}
