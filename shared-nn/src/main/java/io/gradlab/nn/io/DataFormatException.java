package io.gradlab.nn.io;

import java.nio.file.Path;

/** A file that is missing, broken or not what it should be; the message is one line: file, problem, mend. */
public final class DataFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the error.
     *
     * @param file the file, which begins the message
     * @param problem what is wrong and how to mend it, for example {@code ends after 7 bytes; download it again}
     */
    public DataFormatException(Path file, String problem) {
        super(oneLine(file + ": " + problem));
    }

    /** Creates the error with what caused it. */
    public DataFormatException(Path file, String problem, Throwable cause) {
        super(oneLine(file + ": " + problem), cause);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\p{Cntrl}+\\s*", " ");
    }
}
