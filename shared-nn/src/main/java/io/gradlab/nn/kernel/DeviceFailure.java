package io.gradlab.nn.kernel;

/** A device that worked has failed; the message says at what, and what its driver calls that. */
public class DeviceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception. */
    protected DeviceFailure(String message) {
        super(message);
    }
}
