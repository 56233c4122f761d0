package io.gradlab.grader.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads an unpacked submission; links are not followed. */
final class FolderReader {
    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 50_000_000;

    private FolderReader() {}

    /** Reads a folder; {@code prefix} goes before the path of each of its files. */
    static Submission read(String name, Path folder, String prefix, String lab) throws IOException {
        SourceCollector sources = new SourceCollector(lab);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            private int files = 0;
            private long bytes = 0;

            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                String last =
                        inner.getFileName() == null ? "" : inner.getFileName().toString();
                boolean skipped = !inner.equals(folder) && (last.startsWith(".") || last.equals("target"));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = prefix + folder.relativize(file).toString().replace('\\', '/');
                if (attributes.isSymbolicLink()) {
                    sources.note(path + " is a link and was ignored.");
                    return FileVisitResult.CONTINUE;
                }
                boolean source = path.endsWith(".java") && attributes.isRegularFile();
                bytes += source ? attributes.size() : 0;
                if (++files > MOST_FILES || bytes > MOST_BYTES) {
                    sources.note("The folder has more than " + MOST_FILES + " files or 50 MB; " + path
                            + " and what follows were ignored.");
                    return FileVisitResult.TERMINATE;
                }
                sources.add(path, source ? Files.readAllBytes(file) : new byte[0]);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                sources.note(folder.relativize(file) + " cannot be read and was left out.");
                return FileVisitResult.CONTINUE;
            }
        });
        return sources.finish(name);
    }
}
