package io.gradlab.grader.compile;

/**
 * What is wrong with a submission's file.
 *
 * @param file its path in the student package, {@code Dense.java}; empty if it is about all of them
 * @param message one or a few lines for the student; they follow the file's name, as in {@code must have: …}
 */
public record Problem(String file, String message) {

    /** Returns both as one text. */
    @Override
    public String toString() {
        return file.isEmpty() ? message : file + " " + message;
    }
}
