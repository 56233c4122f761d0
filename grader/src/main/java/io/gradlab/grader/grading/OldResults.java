package io.gradlab.grader.grading;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Results that are older than they may be kept. Results hold no time, so that the same submission gives the same bytes;
 * what counts is when the disk says that {@code result.json}, or a table, was written last. A copy that does not keep the
 * files' times makes them young again. Links are neither followed nor counted.
 */
public final class OldResults {
    private static final String RESULT = "result.json";
    private static final Set<String> TABLES = Set.of("grades.csv", "class.html", "canvas.csv", "moodle.csv");

    private OldResults() {}

    /**
     * Returns the result folders and tables in a folder of {@code grade --out} that were written before.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> find(Path place, Instant before) throws IOException {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> children = Files.list(place)) {
            for (Path child : children.sorted().toList()) {
                boolean folder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                Path dated = folder ? child.resolve(RESULT) : child;
                boolean counts = folder || TABLES.contains(child.getFileName().toString());
                if (counts && isOld(dated, before)) {
                    old.add(child);
                }
            }
        }
        return old;
    }

    /** Returns when a result folder's result, or a table, was written. */
    public static Instant written(Path found) throws IOException {
        boolean folder = Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS);
        return Files.getLastModifiedTime(folder ? found.resolve(RESULT) : found, LinkOption.NOFOLLOW_LINKS)
                .toInstant();
    }

    private static boolean isOld(Path file, Instant before) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before);
    }

    /** Deletes what {@link #find} found; of a link in it the link alone. */
    public static void delete(Path found) throws IOException {
        Files.walkFileTree(found, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
