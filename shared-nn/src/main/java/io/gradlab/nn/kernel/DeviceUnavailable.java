package io.gradlab.nn.kernel;

/** A device cannot be used; the message is one sentence that says why, and one that says what to do about it. */
public final class DeviceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the exception: {@code no NVIDIA driver was found: install one, …}. */
    public DeviceUnavailable(String why) {
        super(why);
    }
}
