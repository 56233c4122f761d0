package io.gradlab.grader.check;

import io.gradlab.course.probe.Failure;

/** The implementation did not answer. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /** Creates the exception. */
    public NoAnswer(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Returns why there is no answer. */
    public Failure failure() {
        return failure;
    }
}
