package io.gradlab.grader.grading;

import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where the checks' random inputs come from. A secret one lies in a file of its own, never on a command line, which other
 * processes can read; receipts hold its hash until it is published.
 *
 * @param text what task seeds are derived from
 * @param secret whether students must not know it yet
 */
public record RunSeed(String text, boolean secret) {
    private static final int BYTES = 16;
    private static final String HASHED = "sha256:";

    /** Returns a seed that everybody may know. */
    public static RunSeed open(String text) {
        return new RunSeed(text, false);
    }

    /**
     * Reads the secret seed of a file; makes one of 128 random bits if the file is not there.
     *
     * @throws IllegalArgumentException if that fails, or the file holds none; the message is one line
     */
    public static RunSeed secret(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] bits = new byte[BYTES];
                new SecureRandom().nextBytes(bits);
                AtomicFiles.writeText(file, HexFormat.of().formatHex(bits) + "\n");
                keepToOwner(file);
            }
        } catch (IOException problem) {
            throw new IllegalArgumentException(file + ": " + FileProblem.of(problem), problem);
        }
        return existing(file);
    }

    /**
     * Reads the secret seed of a file that is there.
     *
     * @throws IllegalArgumentException if that fails, or the file holds none; the message is one line
     */
    public static RunSeed existing(Path file) {
        try {
            String text = Files.readString(file).strip();
            if (text.length() < BYTES) {
                throw new IllegalArgumentException(
                        file + " holds too short a seed; delete it, and a new one is made, or write 32 digits into it");
            }
            return new RunSeed(text, true);
        } catch (IOException problem) {
            throw new IllegalArgumentException(file + ": " + FileProblem.of(problem), problem);
        }
    }

    private static void keepToOwner(Path file) {
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
    }

    /** Returns what a receipt may say: the seed itself, or a secret one's hash. */
    public String label() {
        return secret ? hash(text) : text;
    }

    /** Returns the label of a secret seed. */
    public static String hash(String text) {
        return HASHED + sha256(text);
    }

    /** Returns whether a label hides a seed. */
    public static boolean isHidden(String label) {
        return label.startsWith(HASHED);
    }

    /** Returns SHA-256 of a text as hexadecimal digits. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
