package io.gradlab.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a zip that may be hostile; nothing of it is ever written to the disk. */
final class ZipReader {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 50_000_000;

    private final SourceCollector sources;
    private long unpacked = 0; // <= MOST_BYTES

    private ZipReader(SourceCollector sources) {
        this.sources = sources;
    }

    static Submission read(String name, Path zip, String lab) {
        try {
            return read(name, zip, lab, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException notUtf8) {
            try {
                return read(name, zip, lab, StandardCharsets.ISO_8859_1);
            } catch (IOException | IllegalArgumentException broken) {
                SourceCollector none = new SourceCollector(lab);
                none.note("The zip cannot be read (" + reason(broken) + "); please hand it in again.");
                return none.finish(name);
            }
        }
    }

    private static Submission read(String name, Path zip, String lab, Charset names) throws IOException {
        SourceCollector sources = new SourceCollector(lab);
        try (ZipFile file = new ZipFile(zip.toFile(), names)) {
            new ZipReader(sources).read(file);
        }
        return sources.finish(name);
    }

    private void read(ZipFile file) throws IOException {
        if (file.size() > MOST_ENTRIES) {
            sources.note("The zip has " + file.size() + " entries; those after the first " + MOST_ENTRIES
                    + " were ignored.");
        }
        Enumeration<? extends ZipEntry> entries = file.entries();
        for (int count = 0; count < MOST_ENTRIES && entries.hasMoreElements(); count++) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory() && !read(file, entry)) {
                return;
            }
        }
    }

    /** Reads an entry; returns false when there must be no more. */
    private boolean read(ZipFile file, ZipEntry entry) throws IOException {
        String path = entry.getName().replace('\\', '/');
        if (path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..")) {
            sources.note("An entry named " + shown(path) + " points out of the zip and was ignored.");
            return true;
        }
        if (!path.endsWith(".java")) {
            sources.add(path, new byte[0]);
            return true;
        }
        try (InputStream in = file.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) (MOST_BYTES - unpacked) + 1);
            unpacked += bytes.length;
            if (unpacked > MOST_BYTES) {
                sources.note("The zip unpacks to more than 50 MB; " + shown(path) + " and what follows were ignored.");
                return false;
            }
            sources.add(path, bytes);
        } catch (ZipException damaged) {
            sources.note(shown(path) + " is damaged in the zip and was left out.");
        }
        return true;
    }

    private static String shown(String path) {
        String plain = path.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
    }

    private static String reason(Exception problem) {
        List<String> words = new ArrayList<>();
        words.add(problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
        return words.getFirst().replaceAll("\\s+", " ");
    }
}
