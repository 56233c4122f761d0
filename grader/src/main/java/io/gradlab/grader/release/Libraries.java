package io.gradlab.grader.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which jars students get: the core, the grader, the chosen labs and those that they build upon, and what all these need. */
final class Libraries {
    private static final Pattern NATIVES = Pattern.compile("jcuda-natives.*|jcublas-natives.*|.*-cuda-natives.*");
    private static final Pattern LAB = Pattern.compile("(lab\\d)-[a-z]+-[\\d.]+\\.jar");

    private Libraries() {}

    /**
     * Chooses from all of GradLab's jars.
     *
     * @param labs for example {@code lab1}
     * @param cuda whether native libraries for CUDA come along
     */
    static List<Path> choose(Collection<Path> jars, Path home, Collection<String> labs, boolean cuda) {
        Set<String> needed = needed(home, labs);
        return jars.stream()
                .filter(jar -> !name(jar).startsWith("solutions-"))
                .filter(jar -> cuda || !NATIVES.matcher(name(jar)).matches())
                .filter(jar -> {
                    Matcher lab = LAB.matcher(name(jar));
                    return !lab.matches() || needed.contains(lab.group(1));
                })
                .sorted()
                .toList();
    }

    /** Returns the labs, and those on which their modules depend. */
    private static Set<String> needed(Path home, Collection<String> labs) {
        Set<String> needed = new TreeSet<>();
        List<String> open = new ArrayList<>(labs);
        while (!open.isEmpty()) {
            String lab = open.removeLast();
            if (needed.add(lab)) {
                Pattern dependency = Pattern.compile("<dependency>[^/]*<groupId>io\\.gradlab</groupId>\\s*"
                        + "<artifactId>(lab\\d)-[a-z]+</artifactId>");
                dependency.matcher(pom(home, lab)).results().forEach(found -> open.add(found.group(1)));
            }
        }
        return needed;
    }

    private static String pom(Path home, String lab) {
        try {
            return Files.readString(home.resolve(LabModules.find(home, lab)).resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the jars of a folder; none if there is no such folder. */
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
