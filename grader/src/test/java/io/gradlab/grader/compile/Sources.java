package io.gradlab.grader.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Sources of lab 1's student package, for tests. */
public final class Sources {
    private static final Path SOLUTIONS = Path.of("../solutions/src/main/java/io/gradlab/solutions/lab1");

    private Sources() {}

    /** Returns the reference answers as if a student had written them; without the solutions the test is skipped. */
    public static Map<String, String> solved() {
        Assumptions.assumeTrue(Files.isDirectory(SOLUTIONS), "there are no solutions here");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOLUTIONS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith("Lab1Solutions")) {
                    String text =
                            Files.readString(file).replace("io.gradlab.solutions.lab1", "io.gradlab.lab1.student");
                    sources.put(name, text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** Returns the skeleton as it was handed out. */
    public static Map<String, String> skeleton() {
        return new TreeMap<>(PackedSkeleton.of("lab1").files());
    }

    /** Returns the text with a part replaced, which must be there. */
    public static String edit(String text, String part, String by) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("there is no `" + part + "` in it");
        }
        return text.replace(part, by);
    }
}
