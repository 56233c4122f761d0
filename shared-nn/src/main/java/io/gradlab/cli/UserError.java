package io.gradlab.cli;

/** Wrong usage or bad input: the command prints the message, one line that names the thing and the mend, and exits with 2. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the error; the message says what is wrong with what, and what to do about it. */
    public UserError(String message) {
        super(message);
    }

    /** Creates the error with what caused it, which is shown with {@code --verbose} only. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
