package io.gradlab.grader.packaging;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip that Gradescope takes as an autograder: {@code setup.sh}, {@code run_autograder}, GradLab's jars, the lab's name,
 * and the secret seed if there is one. Nothing is built or downloaded when a submission is graded. The solutions do not
 * travel along, nor do the labs, which the grader does not need.
 *
 * @see <a href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">Gradescope's specification</a>
 */
public final class GradescopePackage {
    private static final Pattern LEFT_OUT =
            Pattern.compile("(solutions|lab\\d-[a-z]+)-[\\d.]+\\.jar|jcuda-natives.*|jcublas.*");
    private static final Pattern NEEDED = Pattern.compile("(grader|shared-nn|picocli|jackson-databind)-[\\d.]+\\.jar");
    private static final int NEEDED_COUNT = 4;
    private static final long NO_TIME =
            315_532_800_000L; // 1980-01-01, the first that zips know: the same zip each time

    private GradescopePackage() {}

    /**
     * Writes the zip.
     *
     * @param jars the folder of GradLab's jars
     * @throws IllegalArgumentException if they are not all there; the message is one line
     */
    public static void write(Path jars, String lab, Optional<String> seed, Path target) throws IOException {
        Map<String, Path> libraries = libraries(jars);
        AtomicFiles.write(target, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            add(zip, "setup.sh", Template.of("gradescope/setup.sh", lab));
            add(zip, "run_autograder", Template.of("gradescope/run_autograder", lab));
            add(zip, "lab.txt", lab + "\n");
            if (seed.isPresent()) {
                add(zip, "seed", seed.get() + "\n");
            }
            for (Map.Entry<String, Path> library : libraries.entrySet()) {
                add(zip, "lib/" + library.getKey(), Files.readAllBytes(library.getValue()));
            }
            zip.finish();
        });
    }

    private static Map<String, Path> libraries(Path jars) throws IOException {
        Map<String, Path> libraries = new TreeMap<>();
        if (Files.isDirectory(jars)) {
            try (Stream<Path> files = Files.list(jars)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .filter(file -> !LEFT_OUT.matcher(name(file)).matches())
                        .forEach(file -> libraries.put(name(file), file));
            }
        }
        long needed = libraries.keySet().stream()
                .filter(name -> NEEDED.matcher(name).matches())
                .count();
        if (needed < NEEDED_COUNT) {
            throw new IllegalArgumentException(
                    jars + " does not hold GradLab's jars; start through ./gradlab, which builds them");
        }
        return libraries;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
