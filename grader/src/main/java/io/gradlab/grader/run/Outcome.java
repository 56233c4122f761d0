package io.gradlab.grader.run;

/** How a task or a rung of it ended. */
public enum Outcome {
    /** Full points. */
    PASS,
    /** An answer is wrong; some points may be earned. */
    FAIL,
    /** The first thing that stopped it is a stub of that task. */
    NOT_STARTED,
    /** The student's file does not compile. */
    DID_NOT_COMPILE,
    /** It took too long. */
    TIMED_OUT,
    /** Its memory ran out. */
    OUT_OF_MEMORY,
    /** Its process ended. */
    CRASHED,
    /** It uses what the task forbids. */
    FORBIDDEN,
    /** A person has to look at it. */
    PENDING_MANUAL,
    /** The grader's own trouble, never the student's. */
    INFRASTRUCTURE;

    /** Returns the name as it is printed: {@code NOT STARTED}. */
    public String label() {
        return name().replace('_', ' ');
    }
}
