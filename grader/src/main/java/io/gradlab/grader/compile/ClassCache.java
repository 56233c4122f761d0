package io.gradlab.grader.compile;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps compiled submissions in a folder: one file for each lab, named after what it was made of. */
final class ClassCache {
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
            return Optional.of(SubmissionCodec.read(lab, bytes));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Keeps a submission instead of the lab's earlier one; where nothing can be written, nothing is kept. */
    void keep(String key, CompiledSubmission submission) {
        try {
            AtomicFiles.write(folder.resolve(key), out -> out.write(SubmissionCodec.write(submission)));
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
}
