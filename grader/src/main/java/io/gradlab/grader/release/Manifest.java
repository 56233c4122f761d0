package io.gradlab.grader.release;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** {@code release.txt}: which files a release consists of, each with its SHA-256. */
final class Manifest {
    /** Its name. */
    static final String FILE = "release.txt";

    private static final String TITLE = "# Made by `gradlab release`: the files of this release, for `gradlab update`.";
    private static final String GAP = "  ";

    private Manifest() {}

    /** Writes the list of a folder's files into it. */
    static void write(Path release) throws IOException {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (Path file : Trees.files(release)) {
            if (file.equals(release.resolve(FILE))) {
                continue; // an older list
            }
            text.append(hash(file))
                    .append(GAP)
                    .append(Trees.name(release, file))
                    .append('\n');
        }
        AtomicFiles.writeText(release.resolve(FILE), text.toString());
    }

    /**
     * Reads it.
     *
     * @return each file's hash by its path
     * @throws IllegalArgumentException if the folder is no release; the message is one line
     */
    static Map<String, String> read(Path release) throws IOException {
        Path list = release.resolve(FILE);
        if (!Files.isRegularFile(list)) {
            throw new IllegalArgumentException(release + " is no release of GradLab, for it has no " + FILE
                    + "; name a folder that" + " `gradlab release` made");
        }
        Map<String, String> files = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            int gap = line.indexOf(GAP);
            if (!line.startsWith("#") && gap > 0) {
                files.put(line.substring(gap + GAP.length()), line.substring(0, gap));
            }
        }
        return files;
    }

    /** Returns the SHA-256 of a file, in hexadecimal digits; of a text the same for both kinds of line ends. */
    static String hash(Path file) throws IOException {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        boolean text = content.indexOf('\0') < 0;
        byte[] bytes = (text ? content.replace("\r\n", "\n") : content).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
