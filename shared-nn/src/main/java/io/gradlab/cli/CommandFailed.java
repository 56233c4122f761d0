package io.gradlab.cli;

/** The work failed although usage and input were right: the command prints the message, one line, and exits with 1. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the error; the message says what failed and what to do about it. */
    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
