package io.gradlab.grader.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which files are made from the reference answers, in a repository: each lab's student package, and a copy of it with
 * {@code LabKMine} among the grader's resources, for the grader compares with it and must not trust a student's copy.
 */
public final class Skeletons {
    private static final String PACKED = "grader/src/main/resources/META-INF/gradlab/skeleton/";

    private final Path home;

    /** Creates the list of a repository. */
    public Skeletons(Path home) {
        this.home = home;
    }

    /** Returns whether the folder holds reference answers; what students get does not. */
    public static boolean has(Path home) {
        return Files.isDirectory(home.resolve("solutions"));
    }

    /** Returns the numbers of the labs that have reference answers and a lab module. */
    public List<Integer> labs() {
        return IntStream.rangeClosed(1, 9)
                .filter(lab -> Files.isDirectory(solutions(lab)))
                .boxed()
                .toList();
    }

    /**
     * Returns each generated file's text, by its path from the repository's root with {@code /}.
     *
     * @throws IllegalArgumentException if a source's markers are not in order
     */
    public Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (int lab : labs()) {
            String module = module(lab);
            String folder = PACKED + "lab" + lab + "/";
            StringBuilder names = new StringBuilder();
            for (Map.Entry<String, String> skeleton : student(lab).entrySet()) {
                files.put(module + "/student/" + skeleton.getKey(), skeleton.getValue());
                files.put(folder + skeleton.getKey(), skeleton.getValue());
                names.append(skeleton.getKey()).append('\n');
            }
            String given = "Lab" + lab + "Mine.java";
            files.put(
                    folder + "given/" + given,
                    Files.readString(home.resolve(module).resolve(given)));
            files.put(folder + "files.txt", names.toString());
        }
        return files;
    }

    /** Returns the paths of files that lie where only generated ones may, and are none. */
    public List<String> strangers() throws IOException {
        Map<String, String> files = files();
        List<Path> folders = Stream.concat(
                        labs().stream().map(lab -> home.resolve(module(lab)).resolve("student")),
                        Stream.of(home.resolve(PACKED)))
                .filter(Files::isDirectory)
                .toList();
        return folders.stream()
                .flatMap(folder -> walk(folder).stream())
                .map(file -> home.relativize(file).toString().replace('\\', '/'))
                .filter(path -> !files.containsKey(path))
                .sorted()
                .toList();
    }

    /** Returns the student package of a lab: each file's text by its name. */
    private Map<String, String> student(int lab) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path source : walk(solutions(lab))) {
            String name = source.getFileName().toString();
            if (name.equals("package-info.java")) {
                files.put(name, packageInfo(lab));
            } else if (name.endsWith(".java") && !name.startsWith("Lab" + lab + "Solutions")) {
                files.put(name, Skeleton.of(name, Files.readString(source), lab));
            }
        }
        return files;
    }

    private static String packageInfo(int lab) {
        return """
                /**
                 * Your part of lab %1$d. Each class says what to write; {@code ./gradlab check lab%1$d} says how far you are, and
                 * {@code ./gradlab check %1$d.1} looks at one task alone. More classes of your own are welcome.
                 */
                @NullMarked
                package io.gradlab.lab%1$d.student;

                import org.jspecify.annotations.NullMarked;
                """.formatted(lab);
    }

    private Path solutions(int lab) {
        return home.resolve("solutions/src/main/java/io/gradlab/solutions/lab" + lab);
    }

    private String module(int lab) {
        return LabModules.find(home, "lab" + lab) + "/src/main/java/io/gradlab/lab" + lab;
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
