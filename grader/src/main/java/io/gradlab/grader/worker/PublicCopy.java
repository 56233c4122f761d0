package io.gradlab.grader.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies of class path entries in a folder that all users may read; deleted when the grader ends. */
final class PublicCopy {
    private static final Map<Path, Path> COPIES = new HashMap<>();
    private static final String FOR_ALL = "rwxr-xr-x";

    private PublicCopy() {}

    /** Returns the same program, on copies of its class path. */
    static synchronized Program of(Program program) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path entry : program.classPath()) {
            Path copy = COPIES.get(entry);
            if (copy == null) {
                copy = copy(entry);
                COPIES.put(entry, copy);
            }
            copies.add(copy);
        }
        return new Program(program.main(), copies, program.options());
    }

    private static Path copy(Path entry) throws IOException {
        Path folder = Files.createTempDirectory("gradlab-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOR_ALL));
        folder.toFile().deleteOnExit();
        Path root = folder.resolve(entry.getFileName());
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(entry.relativize(file).toString());
                Files.copy(file, copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(FOR_ALL));
                copy.toFile().deleteOnExit(); // the last one first
            }
        }
        return root;
    }
}
