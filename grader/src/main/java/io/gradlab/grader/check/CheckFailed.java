package io.gradlab.grader.check;

/** An answer is wrong; the message is what the student reads. */
public final class CheckFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    /** Creates the failure. */
    public CheckFailed(String message) {
        super(message);
    }
}
