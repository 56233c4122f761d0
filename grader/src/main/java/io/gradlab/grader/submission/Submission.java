package io.gradlab.grader.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a student handed in.
 *
 * @param name of the zip or folder, without {@code .zip}
 * @param sources each source's text by its path in the student package, for example {@code Dense.java}
 * @param notes what was left out or read leniently, a sentence each
 */
public record Submission(String name, Map<String, String> sources, List<String> notes) {

    private static final int SHORTEST_HIDDEN = 3;
    private static final Pattern USUAL = Pattern.compile("(?i)lab\\d*|student|gradlab|src|main|java|file|zip");

    /** Keeps copies, sorted by path. */
    public Submission {
        sources = new TreeMap<>(sources);
        notes = List.copyOf(notes);
    }

    /** Returns the submission without what may tell whose it is in its notes: other files' names, words of the name. */
    Submission without(String name) {
        List<String> hidden = new ArrayList<>(notes);
        hidden.replaceAll(note -> note.startsWith(SourceCollector.IGNORED)
                ? SourceCollector.IGNORED + "files whose names are not shown."
                : note);
        for (String word : name.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= SHORTEST_HIDDEN && !USUAL.matcher(word).matches()) {
                Pattern pattern = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                hidden.replaceAll(note -> pattern.matcher(note).replaceAll("…"));
            }
        }
        return new Submission(this.name, sources, hidden);
    }

    /** Returns a SHA-256 of the sources, in hexadecimal digits: the same whether they came as zip or as folder. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sources.forEach((path, text) -> {
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
}
