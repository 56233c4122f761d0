package io.gradlab.course.probe;

import org.jspecify.annotations.Nullable;

/** An implementation returned what none may return, such as null; the message is a sentence for its author. */
final class BadAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadAnswer(String message) {
        super(message);
    }

    static <T> T unlessNull(@Nullable T value, String message) {
        if (value == null) {
            throw new BadAnswer(message);
        }
        return value;
    }
}
