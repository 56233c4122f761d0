package io.gradlab.course.probe.wire;

/**
 * One message: what kind it is, and its content.
 *
 * @param content in the form that the kind's codec writes
 */
public record Frame(Kind kind, byte[] content) {

    /** The kinds of messages; the order is part of the protocol. */
    public enum Kind {
        /** To a worker: the classes to test, a {@link Start}. */
        START,
        /** From a worker: it has its classes and waits for probes. */
        READY,
        /** To a worker: a probe. */
        PROBE,
        /** From a worker: the answer to the latest probe. */
        ANSWER,
        /** From a worker: why it cannot go on, a text; no fault of the classes it tests. */
        TROUBLE
    }
}
