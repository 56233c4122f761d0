package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what people wrote. */
final class TextFile {
    private static final String MARK = "\uFEFF";

    private TextFile() {}

    /**
     * Returns a file's text without byte order mark.
     *
     * @throws UserError if it cannot be read, or is not UTF-8
     */
    static String read(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (IOException problem) {
            throw new UserError(
                    file + ": " + FileProblem.of(problem) + "; a course's files are texts in UTF-8, which spreadsheets"
                            + " save as \"CSV UTF-8\"",
                    problem);
        }
    }
}
