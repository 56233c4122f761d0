package io.gradlab.lab3.torch;

/** A pickle that is malformed or wants more than tensors; the message is a sentence without its subject, the file. */
final class PickleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PickleException(String problem) {
        super(problem.length() <= 400 ? problem : problem.substring(0, 400) + "…");
    }
}
