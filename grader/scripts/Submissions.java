import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes submissions to lab 1, as a class hands them in: {@code java grader/scripts/Submissions.java FOLDER COUNT}, from the
 * repository's root. Of a hundred, forty are right, twenty-five have one known mistake, fifteen are half done, ten do not
 * compile in one file, and ten are hostile. The same count gives the same files.
 */
final class Submissions {
    private static final Path ANSWERS = Path.of("solutions/src/main/java/io/gradlab/solutions/lab1");
    private static final Path WRONG = Path.of("solutions/src/test/resources/submissions/lab1");
    private static final Path SKELETON = Path.of("lab1-mlp/src/main/java/io/gradlab/lab1/student");
    private static final String PACKAGE = "io/gradlab/lab1/student/";
    private static final String FORWARD = "public Tensor forward(Tensor input, Pass pass) {";

    /** What the ten of a hundred do at the beginning of the sigmoid's forward pass; three of them take time. */
    private static final Map<String, String> HOSTILE = new TreeMap<>(Map.of(
            "exits", "System.exit(0);",
            "halts", "Runtime.getRuntime().halt(0);",
            "spins", "while (true) { Thread.onSpinWait(); }",
            "sleeps", "try { Thread.sleep(1_000_000); } catch (InterruptedException e) { throw new RuntimeException(e); }",
            "swells", "var all = new java.util.ArrayList<byte[]>(); while (true) { all.add(new byte[1 << 20]); }",
            "forks", "try { new ProcessBuilder(\"sleep\", \"1000\").start(); } catch (java.io.IOException e) { }",
            "floods", "for (int i = 0; i < 10_000_000; i++) { System.out.print('\\u0000'); }",
            "forges", "try { var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);"
                    + " out.write(\"{\\\"scores\\\": {\\\"1.1\\\": 100}}\\n\".getBytes()); out.flush(); }"
                    + " catch (java.io.IOException e) { }",
            "recurses", "forward(input, pass);",
            "locale", "java.util.Locale.setDefault(java.util.Locale.forLanguageTag(\"ar-EG\")); System.setOut(null);"));

    private Submissions() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Files.createDirectories(folder);
        List<Map<String, String>> wrong = wrong();
        List<String> attacks = List.copyOf(HOSTILE.values());
        List<String> names = List.copyOf(HOSTILE.keySet());
        for (int i = 0; i < count; i++) {
            Map<String, String> files = sources(ANSWERS, "io.gradlab.solutions.lab1");
            files.keySet().removeIf(name -> name.startsWith("Lab1Solutions"));
            int turn = i / 20;
            String kind = switch (i % 20) {
                case 1, 5, 9, 13, 17 -> {
                    files.putAll(wrong.get((turn * 5 + i % 20 / 4) % wrong.size()));
                    yield "wrong";
                }
                case 3, 10, 15 -> {
                    leaveOut(files, turn + i);
                    yield "half";
                }
                case 7, 18 -> {
                    damage(files, turn + i);
                    yield "broken";
                }
                case 11, 19 -> {
                    int which = (2 * turn + (i % 20 == 19 ? 1 : 0)) % attacks.size();
                    files.computeIfPresent("Sigmoid.java", (_, text) -> text.replace(FORWARD, FORWARD + " if (pass != null) { "
                            + attacks.get(which) + " }"));
                    yield names.get(which);
                }
                default -> "right";
            };
            write(folder.resolve("s%03d-%s.zip".formatted(i + 1, kind)), files);
        }
    }

    private static List<Map<String, String>> wrong() throws IOException {
        try (Stream<Path> folders = Files.list(WRONG)) {
            List<Map<String, String>> all = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                all.add(sources(folder, "io.gradlab.solutions.lab1"));
            }
            return all;
        }
    }

    private static Map<String, String> sources(Path folder, String name) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(
                        file.getFileName().toString(),
                        Files.readString(file).replace(name, "io.gradlab.lab1.student"));
            }
        }
        return sources;
    }

    /** Puts the skeleton in place of every second file. */
    private static void leaveOut(Map<String, String> files, int from) throws IOException {
        int i = from;
        for (Map.Entry<String, String> skeleton : sources(SKELETON, "io.gradlab.lab1.student").entrySet()) {
            if (i++ % 2 == 0) {
                files.put(skeleton.getKey(), skeleton.getValue());
            }
        }
    }

    /** Takes the last closing brace of a file away. */
    private static void damage(Map<String, String> files, int which) {
        List<String> names = files.keySet().stream().filter(name -> !name.equals("package-info.java")).toList();
        files.computeIfPresent(names.get(which % names.size()), (_, text) -> text.substring(0, text.lastIndexOf('}')));
    }

    private static void write(Path zip, Map<String, String> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(PACKAGE + file.getKey());
                entry.setTime(0);
                entries.putNextEntry(entry);
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
