package io.gradlab.grader.check;

/** An answer is wrong; the message is what the student reads. */
public final class CheckFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    private final double share;

    /** Creates the failure; it earns nothing. */
    public CheckFailed(String message) {
        this(message, 0);
    }

    /** Creates the failure of an answer that is partly right: it earns a share of the check's points, held to [0, 1]. */
    public CheckFailed(String message, double share) {
        super(message);
        this.share = Math.clamp(share, 0, 1);
    }

    /** Returns the share of the check's points that it earns all the same. */
    public double share() {
        return share;
    }
}
