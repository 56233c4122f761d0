package io.gradlab.lab3.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files that src/test/python/make_torch_files.py wrote. */
final class Recorded {

    private Recorded() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    static Path copy(String name, Path folder) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }
}
