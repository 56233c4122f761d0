package io.gradlab.grader.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for reference answers in what is about to be handed out: a class of {@code io.gradlab.solutions} in a jar, or three
 * consecutive lines of a marked region in a text, in a folder or in a jar. White space and empty lines do not count.
 *
 * <p>Three lines are no answer if they hold no letter (closing brackets), or if the sources give them away outside of their
 * marked regions as well, as the solved example does.
 */
final class SolutionScan {
    private static final int LINES = 3;
    private static final int LARGEST_TEXT = 4_000_000;
    private static final String SOLUTIONS = "io/gradlab/solutions/";

    private final Map<List<String>, String> answers; // three lines -> the source that has them

    private SolutionScan(Map<List<String>, String> answers) {
        this.answers = answers;
    }

    /** Reads the reference answers of a repository. */
    static SolutionScan of(Path home) throws IOException {
        Map<List<String>, String> answers = new HashMap<>();
        Set<List<String>> given = new HashSet<>();
        for (Path source : Trees.files(home.resolve("solutions/src/main/java"))) {
            MarkedRegions regions = MarkedRegions.of(Files.readString(source));
            regions.outside().forEach(part -> given.addAll(windows(part)));
            regions.inside()
                    .forEach(region -> windows(region.lines())
                            .forEach(three ->
                                    answers.put(three, source.getFileName().toString())));
        }
        answers.keySet().removeAll(given);
        answers.keySet()
                .removeIf(three -> three.stream().noneMatch(line -> line.chars().anyMatch(Character::isLetter)));
        return new SolutionScan(answers);
    }

    /** Returns how many groups of three lines are looked for. */
    int size() {
        return answers.size();
    }

    /** Returns what must not be handed out, a line each: the file, and what is in it; empty if all is well. */
    List<String> find(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Trees.files(folder)) {
            String name = Trees.name(folder, file);
            if (name.endsWith(".jar") || name.endsWith(".zip")) {
                findInJar(name, Files.newInputStream(file), found);
            } else {
                findInText(name, Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    private void findInJar(String name, InputStream content, List<String> found) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(content)) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                String place = name + "!/" + entry.getName();
                if (entry.getName().contains(SOLUTIONS)) {
                    found.add(place + " belongs to the solutions");
                } else if (!entry.getName().endsWith(".class")) {
                    findInText(place, jar.readAllBytes(), found);
                }
            }
        }
    }

    private void findInText(String name, byte[] content, List<String> found) {
        text(content)
                .ifPresent(text -> windows(text.lines().toList()).stream()
                        .filter(answers::containsKey)
                        .findFirst()
                        .ifPresent(three -> found.add(name + " has lines of the solution in " + answers.get(three)
                                + ": " + three.getFirst() + " …")));
    }

    private static Optional<String> text(byte[] content) {
        if (content.length > LARGEST_TEXT) {
            return Optional.empty(); // pictures and weights
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static List<List<String>> windows(List<String> lines) {
        List<String> plain = lines.stream()
                .map(line -> line.replaceAll("\\s+", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        List<List<String>> windows = new ArrayList<>();
        for (int i = 0; i + LINES <= plain.size(); i++) {
            windows.add(List.copyOf(plain.subList(i, i + LINES)));
        }
        return windows;
    }
}
