package io.gradlab.grader.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the repository and the labs' modules in it. */
public final class LabModules {

    private static final Pattern LAB = Pattern.compile("(lab\\d)-[a-z]+");

    private LabModules() {}

    /**
     * Returns the repository's root: what the launcher names, else the nearest folder from here upwards with the
     * launcher, and with the module {@code shared-nn} or, in a release, prebuilt jars in {@code lib}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Path home() {
        String named = System.getProperty("gradlab.home");
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("gradlab"))
                    && (Files.isDirectory(folder.resolve("shared-nn")) || isRelease(folder))) {
                return folder;
            }
        }
        throw new IllegalArgumentException(here + " is not in a copy of GradLab; go into its folder");
    }

    /** Returns whether this is a student's repository, with prebuilt jars in {@code lib}. */
    public static boolean isRelease(Path home) {
        return Files.isDirectory(home.resolve("lib"));
    }

    /** Returns the folder of the jars that the launcher starts. */
    public static Path jars(Path home) {
        return home.resolve(isRelease(home) ? "lib" : ".gradlab/lib");
    }

    /** Returns the labs of a repository, for example {@code lab1}, sorted. */
    public static List<String> labs(Path home) {
        try (Stream<Path> children = Files.list(home)) {
            return children.filter(Files::isDirectory)
                    .map(child -> LAB.matcher(child.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the name of a lab's module, for example {@code lab1-mlp} for {@code lab1}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String find(Path home, String lab) {
        try (Stream<Path> children = Files.list(home)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> name.startsWith(lab + "-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(home + " has no module " + lab + "-…"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder of a lab's student package. */
    public static Path student(Path home, String lab) {
        return home.resolve(find(home, lab)).resolve("src/main/java/io/gradlab/" + lab + "/student");
    }
}
