package io.gradlab.grader.grading;

import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which grader grades: a hash of all that the grader and the core consist of. A version number would not change when a
 * check is mended in a course that runs; this does. It also does when another compiler has built the same sources.
 */
public final class GraderVersion {
    private static final int DIGITS = 12;
    private static final String LABEL = compute();

    private GraderVersion() {}

    /** Returns the first digits of the hash. */
    public static String label() {
        return LABEL;
    }

    private static String compute() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : new Class<?>[] {GraderVersion.class, Tensor.class}) {
                add(digest, origin(part));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            addTree(digest, place);
        } else {
            URI jar = URI.create("jar:" + place.toUri());
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                addTree(digest, files.getPath("/"));
            }
        }
    }

    /** Adds the files of our own packages: the same in a jar and in a folder. */
    private static void addTree(MessageDigest digest, Path root) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String part : new String[] {"io", "META-INF/gradlab"}) {
            Path folder = root.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> paths = Files.walk(folder)) {
                    paths.filter(Files::isRegularFile)
                            .forEach(path ->
                                    files.put(root.relativize(path).toString().replace('\\', '/'), path));
                }
            }
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(Files.newInputStream(file.getValue()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
