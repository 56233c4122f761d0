package io.gradlab.grader.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The file of a worker's classes as they are after a rehearsal, loaded and linked: the next JVM maps it instead of doing
 * that work again (JEP 483 and 514). It lies in GradLab's own folder, and its name says what it was made of; another Java
 * or another jar makes another file.
 */
final class AotCache {
    private static final int DIGITS = 16;

    private AotCache() {}

    /** Returns where the file for a class path belongs; empty if there can be none, for example for folders of classes. */
    static Optional<Path> place(List<Path> classPath) {
        String home = System.getProperty("gradlab.home");
        if (home == null || !classPath.stream().allMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        StringBuilder made = new StringBuilder(Runtime.version().toString());
        try {
            for (Path jar : classPath) {
                made.append('\0').append(jar).append('\0').append(Files.getLastModifiedTime(jar));
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
        return Optional.of(Path.of(home, ".gradlab", "worker-" + hash(made.toString()) + ".aot"));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
