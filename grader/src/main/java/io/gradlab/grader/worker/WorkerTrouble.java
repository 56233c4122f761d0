package io.gradlab.grader.worker;

/** A worker does not come up: the grader's own trouble, never the student's. */
public final class WorkerTrouble extends Exception {
    private static final long serialVersionUID = 1;

    WorkerTrouble(String message) {
        super(message);
    }
}
