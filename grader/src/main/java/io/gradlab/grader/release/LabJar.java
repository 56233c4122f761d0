package io.gradlab.grader.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A lab's jar as students get it: its student package is compiled anew from the skeleton, for the author may have tried
 * answers in his own copy.
 */
final class LabJar {
    private static final long NO_TIME =
            315_532_800_000L; // 1980-01-01, the first that zips know: the same jar each time

    private final String lab;
    private final Map<String, String> skeleton; // by file name
    private final Collection<Path> classPath;

    LabJar(String lab, Map<String, String> skeleton, Collection<Path> classPath) {
        this.lab = lab;
        this.skeleton = skeleton;
        this.classPath = classPath;
    }

    /** Writes the jar made of another one. */
    void write(Path jar, OutputStream target) throws IOException {
        String folder = "io/gradlab/" + lab + "/student/";
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().startsWith(folder)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        entries.putAll(compiled());
        ZipOutputStream zip = new ZipOutputStream(target);
        for (Map.Entry<String, byte[]> each : entries.entrySet()) {
            ZipEntry entry = new ZipEntry(each.getKey());
            entry.setTime(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(each.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private Map<String, byte[]> compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path folder = Files.createTempDirectory("gradlab-skeleton-");
        try {
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-g", "-implicit:none", "-cp"));
            arguments.add(String.join(
                    System.getProperty("path.separator"),
                    classPath.stream().map(Path::toString).toList()));
            arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
            for (Map.Entry<String, String> source : skeleton.entrySet()) {
                Path file = folder.resolve(source.getKey());
                Files.writeString(file, source.getValue());
                arguments.add(file.toString());
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            if (compiler.run(InputStream.nullInputStream(), said, said, arguments.toArray(new String[0])) != 0) {
                throw new IllegalArgumentException("The skeleton of " + lab + " does not compile: "
                        + said.toString(StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse("")
                                .replace(folder + "/", ""));
            }
            Map<String, byte[]> classes = new TreeMap<>();
            Path root = folder.resolve("classes");
            for (Path file : Trees.files(root)) {
                classes.put(Trees.name(root, file), Files.readAllBytes(file));
            }
            return classes;
        } finally {
            Trees.delete(folder);
        }
    }
}
