package io.gradlab.grader.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The grader's own copy of a lab's skeleton, as it was handed out.
 *
 * @param lab for example {@code lab1}
 * @param files each source's text, by its path in the student package
 * @param given the text of {@code LabKMine}
 */
record PackedSkeleton(String lab, Map<String, String> files, String given) {
    private static final String ROOT = "/META-INF/gradlab/skeleton/";
    private static final Pattern STUB = Pattern.compile("new NotImplemented\\(\"([\\d.]+)\"\\)");

    /** Returns the labs that the grader knows. */
    static List<String> labs() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(number -> "lab" + number)
                .filter(lab -> PackedSkeleton.class.getResource(ROOT + lab + "/files.txt") != null)
                .toList();
    }

    /**
     * Reads a lab's skeleton from the grader's resources.
     *
     * @throws IllegalArgumentException if the grader has none; the message names the labs that it has
     */
    static PackedSkeleton of(String lab) {
        if (!labs().contains(lab)) {
            throw new IllegalArgumentException("unknown lab '" + lab + "'; there are: " + String.join(", ", labs()));
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : text(lab, "files.txt").lines().toList()) {
            files.put(name, text(lab, name));
        }
        return new PackedSkeleton(lab, files, text(lab, "given/" + givenName(lab) + ".java"));
    }

    /** Returns the package that students write, {@code io.gradlab.lab1.student}. */
    String studentPackage() {
        return "io.gradlab." + lab + ".student";
    }

    /** Returns where a file of the student package lies below the root of all packages. */
    String path(String file) {
        return studentPackage().replace('.', '/') + "/" + file;
    }

    /** Returns the full name of the class that a file of the student package is named after. */
    String className(String file) {
        return path(file).replaceAll("\\.java$", "").replace('/', '.');
    }

    /** Returns the full name of the class that hands the student's classes out, {@code io.gradlab.lab1.Lab1Mine}. */
    String givenClass() {
        return "io.gradlab." + lab + "." + givenName(lab);
    }

    /** Returns the lab's contract, for example {@link io.gradlab.course.Lab1}. */
    Class<?> contract() {
        try {
            return Class.forName("io.gradlab.course.L" + lab.substring(1));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is a skeleton of " + lab + ", but no contract", e);
        }
    }

    /** Returns for each task the files that hold its stubs. */
    Map<String, TreeSet<String>> filesOfTasks() {
        Map<String, TreeSet<String>> tasks = new TreeMap<>();
        files.forEach((name, text) -> {
            Matcher stub = STUB.matcher(text);
            while (stub.find()) {
                tasks.computeIfAbsent(stub.group(1), task -> new TreeSet<>()).add(name);
            }
        });
        return tasks;
    }

    private static String givenName(String lab) {
        return "L" + lab.substring(1) + "Mine";
    }

    private static String text(String lab, String name) {
        try (InputStream in = PackedSkeleton.class.getResourceAsStream(ROOT + lab + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The grader's jar lacks " + ROOT + lab + "/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
