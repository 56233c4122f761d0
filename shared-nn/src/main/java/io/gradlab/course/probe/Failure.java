package io.gradlab.course.probe;

/**
 * Why an implementation did not answer.
 *
 * @param kind what happened
 * @param task the task that a NOT_STARTED names; empty otherwise
 * @param message one or a few lines for the student, with the line of his code where it happened
 */
public record Failure(Kind kind, String task, String message) {

    /** What may happen. */
    public enum Kind {
        /** A stub was called. */
        NOT_STARTED,
        /** The implementation threw, or returned what no implementation may return (null, a wrong count). */
        THREW,
        /** It took too long. */
        TIMED_OUT,
        /** Its memory ran out. */
        OUT_OF_MEMORY,
        /** Its class or method is missing or has another signature. */
        SIGNATURE,
        /** Its process ended. */
        CRASHED,
        /** It printed far too much. */
        FLOODED
    }
}
