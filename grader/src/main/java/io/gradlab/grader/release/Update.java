package io.gradlab.grader.release;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Brings a corrected release into a student's repository. A student package that is there is not touched, whatever the new
 * release has; given files that the student has changed are kept aside; what is not of the old release stays.
 */
public final class Update {
    private static final Pattern STUDENT =
            Pattern.compile("(lab\\d-[a-z]+/src/main/java/io/gradlab/(lab\\d)/student)/(.+)");
    private static final String SKELETON = "META-INF/gradlab/skeleton/";

    private final Path home;
    private final Path from;
    private final List<String> said = new ArrayList<>();

    /** Prepares the update of {@code home} from a new release. */
    public Update(Path home, Path from) {
        this.home = home;
        this.from = from;
    }

    /**
     * Does it. What it replaces or takes away, and was not as released, is kept in {@code .gradlab/update.old-N}.
     *
     * @return what the student should know, in lines
     * @throws IllegalArgumentException if one of the two is no release; the message is one line
     */
    public List<String> run() throws IOException {
        Map<String, String> before = Manifest.read(home);
        Map<String, String> after = Manifest.read(from);
        for (Map.Entry<String, String> file : after.entrySet()) {
            if (!Files.isRegularFile(from.resolve(file.getKey()))
                    || !Manifest.hash(from.resolve(file.getKey())).equals(file.getValue())) {
                throw new IllegalArgumentException(from + " is not complete: " + file.getKey()
                        + " is not as it was released; get the release anew");
            }
        }
        Map<String, String> skeletons = skeletons(home);
        List<String> kept = existingStudentPackages(after);
        Path attic = attic();
        int written = 0;
        for (Map.Entry<String, String> file : after.entrySet()) {
            written += isKept(file.getKey(), kept) ? 0 : replace(file.getKey(), file.getValue(), before, attic);
        }
        int removed = 0;
        for (String name : before.keySet()) {
            removed += after.containsKey(name) || STUDENT.matcher(name).matches() ? 0 : remove(name, before, attic);
        }
        AtomicFiles.write(home.resolve(Manifest.FILE), Files.readAllBytes(from.resolve(Manifest.FILE)));
        said.addFirst(written + " files written, " + removed + " taken away; your student packages are as they were.");
        tellChanges(skeletons, skeletons(from));
        return said;
    }

    private List<String> existingStudentPackages(Map<String, String> after) {
        TreeSet<String> folders = new TreeSet<>();
        for (String name : after.keySet()) {
            Matcher student = STUDENT.matcher(name);
            if (student.matches() && Files.exists(home.resolve(student.group(1)))) {
                folders.add(student.group(1) + "/");
            }
        }
        return List.copyOf(folders);
    }

    private static boolean isKept(String name, List<String> folders) {
        return folders.stream().anyMatch(name::startsWith);
    }

    private int replace(String name, String hash, Map<String, String> before, Path attic) throws IOException {
        Path mine = home.resolve(name);
        if (Files.exists(mine)) {
            if (Manifest.hash(mine).equals(hash)) {
                return 0;
            }
            keepIfChanged(name, before, attic);
        }
        AtomicFiles.write(mine, Files.readAllBytes(from.resolve(name)));
        if (Files.isExecutable(from.resolve(name))) {
            mine.toFile().setExecutable(true, false);
        }
        return 1;
    }

    private int remove(String name, Map<String, String> before, Path attic) throws IOException {
        if (!Files.exists(home.resolve(name))) {
            return 0;
        }
        keepIfChanged(name, before, attic);
        Files.delete(home.resolve(name));
        return 1;
    }

    private void keepIfChanged(String name, Map<String, String> before, Path attic) throws IOException {
        if (!Manifest.hash(home.resolve(name)).equals(before.get(name))) {
            AtomicFiles.write(attic.resolve(name), Files.readAllBytes(home.resolve(name)));
            said.add(name + " was not as released; yours is kept in " + home.relativize(attic.resolve(name)));
        }
    }

    private void tellChanges(Map<String, String> before, Map<String, String> after) {
        after.forEach((name, text) -> {
            String lab = name.substring(0, name.indexOf('/'));
            boolean known = before.keySet().stream().anyMatch(each -> each.startsWith(lab + "/"));
            if (known && !text.equals(before.get(name))) {
                said.add("The skeleton of " + name + (before.containsKey(name) ? " has changed" : " is new")
                        + "; compare yours with " + from + "/" + lab + "-…/student");
            }
        });
    }

    /** Returns a release's skeletons: each text by lab and file, as in {@code lab1/Dense.java}. */
    private static Map<String, String> skeletons(Path release) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path jar : Libraries.in(release.resolve("lib"))) {
            if (jar.getFileName().toString().startsWith("grader-")) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (ZipEntry entry : zip.stream().toList()) {
                        if (entry.getName().startsWith(SKELETON)
                                && entry.getName().endsWith(".java")
                                && !entry.getName().contains("/given/")) {
                            texts.put(
                                    entry.getName().substring(SKELETON.length()),
                                    new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
        return texts;
    }

    private Path attic() {
        int number = 1;
        while (Files.exists(home.resolve(".gradlab/update.old-" + number))) {
            number++;
        }
        return home.resolve(".gradlab/update.old-" + number);
    }
}
