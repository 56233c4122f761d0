package io.gradlab.grader.similarity;

import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.submission.SubmissionReader;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folders that JPlag compares: {@code submissions/NAME/*.java}, found in zips and folders as the grader finds them;
 * {@code base}, the skeleton, whose text everybody has; {@code old}, what nobody should have copied from: the solutions, the
 * core, earlier years.
 */
public final class PreparedFolders {
    private static final List<String> CORE = List.of("nn/layer", "nn/loss", "nn/optim", "nn/metric", "course/core");

    private final String lab;
    private final Path out;
    private final Set<String> names = new HashSet<>(); // in lower case: some disks know no other

    private PreparedFolders(String lab, Path out) {
        this.lab = lab;
        this.out = out;
    }

    /**
     * What was prepared.
     *
     * @param submissions how many
     * @param old how many folders to compare them with
     * @param empty those in which there was no source
     */
    public record Count(int submissions, int old, List<String> empty) {}

    /**
     * Writes the folders.
     *
     * @param home the repository; what it lacks of solutions and core is left out
     * @throws IOException if something cannot be read or written; the message is one line
     */
    public static Count prepare(String lab, List<Path> places, List<Path> earlier, Path home, Path out)
            throws IOException {
        PreparedFolders folders = new PreparedFolders(lab, out);
        folders.write("base", StudentCompiler.skeleton(lab));
        List<String> empty = new ArrayList<>();
        int submissions = 0;
        for (Path place : places) {
            submissions += folders.read(place, "submissions/", empty);
        }
        int old = folders.reference(home);
        for (Path place : earlier) {
            String year = place.toAbsolutePath().normalize().getFileName().toString();
            old += folders.read(place, "old/" + plain(year) + " ", new ArrayList<>());
        }
        return new Count(submissions, old, empty);
    }

    private int read(Path place, String prefix, List<String> empty) throws IOException {
        int count = 0;
        for (SubmissionReader.Location location : SubmissionReader.find(place, lab)) {
            Map<String, String> sources = SubmissionReader.read(location, lab).sources();
            if (sources.isEmpty()) {
                empty.add(location.name());
            } else {
                write(free(prefix + plain(location.name())), sources);
                count++;
            }
        }
        return count;
    }

    private int reference(Path home) throws IOException {
        Map<String, String> solutions = javaFiles(home.resolve("solutions/src/main/java/io/gradlab/solutions/" + lab));
        Map<String, String> core = new TreeMap<>();
        for (String part : CORE) {
            javaFiles(home.resolve("shared-nn/src/main/java/io/gradlab").resolve(part))
                    .forEach((name, text) -> core.put(part + "/" + name, text));
        }
        int count = 0;
        for (Map.Entry<String, Map<String, String>> folder :
                Map.of("old/solutions", solutions, "old/core", core).entrySet()) {
            if (!folder.getValue().isEmpty()) {
                write(free(folder.getKey()), folder.getValue());
                count++;
            }
        }
        return count;
    }

    private static Map<String, String> javaFiles(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                for (Path file : children.filter(child -> child.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private void write(String folder, Map<String, String> sources) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            AtomicFiles.writeText(out.resolve(folder).resolve(source.getKey()), source.getValue());
        }
    }

    /** Returns the name, or the name with a number if it is taken. */
    private String free(String name) {
        String free = name;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    /** Returns a name that is one folder on every disk. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_").replaceAll("^[. ]+|[. ]+$", "_");
        return plain.isEmpty() ? "_" : plain;
    }
}
