package io.gradlab.grader.release;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A student's repository: skeletons, handouts, launcher and prebuilt jars. It needs a JDK 25 and nothing else, and holds no
 * reference answer, which {@link SolutionScan} looks after before anything is handed out.
 */
public final class Release {
    private static final Pattern LAB_JAR = Pattern.compile("(lab\\d)-[a-z]+(-.*)?\\.jar");
    private static final List<String> FROM_HERE = List.of("gradlab", "gradlab.cmd", "LICENSE");

    private final Path home;
    private final List<String> labs;
    private final List<Path> libraries;

    /**
     * Prepares a release.
     *
     * @param home the full repository
     * @param labs for example {@code lab1}, in order
     * @param jars GradLab's jars and all that they need; the solutions may be among them
     * @param cuda whether native libraries for CUDA come along
     * @throws IllegalArgumentException if there is no such lab; the message is one line
     */
    public Release(Path home, List<String> labs, Collection<Path> jars, boolean cuda) {
        this.home = home;
        this.labs = List.copyOf(labs);
        labs.forEach(lab -> LabModules.find(home, lab));
        this.libraries = Libraries.choose(jars, home, labs, cuda);
    }

    /**
     * Writes it.
     *
     * @param target a folder that is empty or not there yet
     * @return what was looked for and not found, in a line
     * @throws IllegalArgumentException if the target is not empty, or if the release would give an answer away; then
     *     nothing is written, and the message, one line, says where
     */
    public String write(Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        if (Files.exists(place) && (!Files.isDirectory(place) || !isEmpty(place))) {
            throw new IllegalArgumentException(target + " is not empty; name another folder, or, in the student's"
                    + " repository, `./gradlab update --from` a new release");
        }
        Files.createDirectories(place.getParent());
        Path draft = Files.createTempDirectory(place.getParent(), ".gradlab-release-");
        try {
            fill(draft);
            SolutionScan scan = SolutionScan.of(home);
            List<String> found = scan.find(draft);
            if (!found.isEmpty()) {
                throw new IllegalArgumentException("Nothing was released, for " + found.getFirst()
                        + (found.size() > 1 ? ", and " + (found.size() - 1) + " more files" : ""));
            }
            Manifest.write(draft);
            Files.deleteIfExists(place);
            Files.move(draft, place);
            readable(place);
            return "No class of the solutions, and none of " + scan.size()
                    + " groups of three lines from marked regions, is in it.";
        } finally {
            Trees.delete(draft);
        }
    }

    private void fill(Path draft) throws IOException {
        Map<String, Map<String, String>> skeletons = skeletons(draft);
        for (Path library : libraries) {
            copyLibrary(library, draft.resolve("lib"), skeletons);
        }
        List<String> modules =
                labs.stream().map(lab -> LabModules.find(home, lab)).toList();
        for (Map.Entry<String, byte[]> page : Handouts.of(home, modules).entrySet()) {
            AtomicFiles.write(draft.resolve(page.getKey()), page.getValue());
        }
        for (String name : FROM_HERE) {
            String text = Files.readString(home.resolve(name)).replace("\r\n", "\n");
            AtomicFiles.writeText(draft.resolve(name), name.endsWith(".cmd") ? text.replace("\n", "\r\n") : text);
        }
        draft.resolve("gradlab").toFile().setExecutable(true, false);
        List<String> jars = Libraries.in(draft.resolve("lib")).stream()
                .map(jar -> jar.getFileName().toString())
                .toList();
        for (Map.Entry<String, String> text :
                new ReleaseTexts(modules, jars).all().entrySet()) {
            AtomicFiles.write(draft.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the student packages of the chosen labs; returns those of all, by lab and file name. */
    private Map<String, Map<String, String>> skeletons(Path draft) throws IOException {
        Map<String, Map<String, String>> skeletons = new TreeMap<>();
        Pattern student = Pattern.compile(".*/io/gradlab/(lab\\d)/student/(.+)");
        for (Map.Entry<String, String> file : new Skeletons(home).files().entrySet()) {
            Matcher path = student.matcher(file.getKey());
            if (path.matches()) {
                skeletons.computeIfAbsent(path.group(1), _ -> new TreeMap<>()).put(path.group(2), file.getValue());
                if (labs.contains(path.group(1))) {
                    AtomicFiles.writeText(draft.resolve(file.getKey()), file.getValue());
                }
            }
        }
        return skeletons;
    }

    private void copyLibrary(Path library, Path folder, Map<String, Map<String, String>> skeletons) throws IOException {
        String name = library.getFileName().toString();
        Matcher lab = LAB_JAR.matcher(name);
        if (lab.matches()) {
            LabJar jar = new LabJar(lab.group(1), skeletons.get(lab.group(1)), libraries);
            AtomicFiles.write(folder.resolve(name), out -> jar.write(library, out));
        } else {
            AtomicFiles.write(folder.resolve(name), Files.readAllBytes(library));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Lets others read the folder, which was made as a temporary one. */
    private static void readable(Path folder) {
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
    }
}
