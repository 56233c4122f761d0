package io.gradlab.course.probe.wire;

import java.io.IOException;

/** What arrived is no message of this protocol. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1;

    /** Creates the exception; the message says what was wrong with which part. */
    public WireException(String message) {
        super(message);
    }
}
