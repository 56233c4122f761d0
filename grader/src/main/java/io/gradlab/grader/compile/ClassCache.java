package io.gradlab.grader.compile;

import io.gradlab.nn.io.AtomicFiles;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps compiled submissions in a folder: one file for each lab, named after what it was made of. */
final class ClassCache {
    private static final int FORMAT = 2;

    private final Path folder;

    ClassCache(Path folder) {
        this.folder = folder;
    }

    /** Returns the SHA-256 of texts, in hexadecimal digits. */
    static String hash(String environment, Map<String, String> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, environment);
            new TreeMap<>(sources).forEach((path, text) -> {
                add(digest, path);
                add(digest, text);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** Returns what is kept under a key; a file that cannot be read counts as none. */
    Optional<CompiledSubmission> find(String lab, String key) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(key));
            return Optional.of(read(lab, new DataInputStream(new ByteArrayInputStream(bytes))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Keeps a submission instead of the lab's earlier one; where nothing can be written, nothing is kept. */
    void keep(String key, CompiledSubmission submission) {
        try {
            AtomicFiles.write(folder.resolve(key), out -> write(submission, new DataOutputStream(out)));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.startsWith(submission.lab() + "-") && !name.equals(key)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            // The next check compiles again, that is all.
        }
    }

    private static void write(CompiledSubmission submission, DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(submission.classes().size());
        for (Map.Entry<String, byte[]> each : submission.classes().entrySet()) {
            writeText(out, each.getKey());
            writeBytes(out, each.getValue());
        }
        out.writeInt(submission.problems().size());
        for (Problem problem : submission.problems()) {
            writeText(out, problem.file());
            writeText(out, problem.message());
        }
        writeTexts(out, submission.broken());
        writeTexts(out, submission.signatures());
        writeTexts(out, submission.forbidden());
        out.flush();
    }

    private static CompiledSubmission read(String lab, DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("another format");
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(readText(in), readBytes(in));
        }
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(new Problem(readText(in), readText(in)));
        }
        return new CompiledSubmission(lab, classes, problems, readTexts(in), readTexts(in), readTexts(in));
    }

    private static void writeTexts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            writeText(out, each.getKey());
            writeText(out, each.getValue());
        }
    }

    private static Map<String, String> readTexts(DataInputStream in) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(readText(in), readText(in));
        }
        return texts;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the file is cut off");
        }
        return bytes;
    }
}
