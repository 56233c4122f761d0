package io.gradlab.grader.cli;

import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that results go to. */
final class OutFolder {
    private OutFolder() {}

    /**
     * Creates it if it is not there.
     *
     * @throws IOException if nothing can be written to it; the message is one line
     */
    static void prepare(Path out) throws IOException {
        try {
            Files.createDirectories(out);
        } catch (IOException problem) {
            throw new IOException(
                    "Cannot write to --out " + out + ": " + FileProblem.of(problem) + "; name another folder", problem);
        }
        if (!Files.isWritable(out)) {
            throw new IOException("Cannot write to --out " + out + ": access denied; name another folder");
        }
    }
}
