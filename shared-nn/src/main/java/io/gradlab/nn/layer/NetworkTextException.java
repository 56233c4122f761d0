package io.gradlab.nn.layer;

/** A network's text that cannot be read; the message is one line that names the element and the mend. */
public final class NetworkTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Creates the error. */
    public NetworkTextException(String message) {
        super(message);
    }

    /** Creates the error of one element; {@code position} counts from 1. */
    NetworkTextException(int position, String element, String problem) {
        this("element " + position + " `" + element + "`: " + problem);
    }
}
