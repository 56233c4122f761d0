package io.gradlab.course.probe;

import io.gradlab.course.NotImplemented;
import org.jspecify.annotations.Nullable;

/** Says in a line or two, for the student, what his code threw and where. */
final class FailureReport {
    private static final int LONGEST_MESSAGE = 300;

    private final String studentPackage;

    /** Creates the report of code in a package and those below it. */
    FailureReport(String studentPackage) {
        this.studentPackage = studentPackage;
    }

    Failure of(Throwable thrown) {
        try {
            return told(thrown);
        } catch (Throwable hostile) { // getMessage(), getCause() and getStackTrace() may be the student's code as well
            return new Failure(Failure.Kind.THREW, "", "an exception that itself fails when it is asked what it says");
        }
    }

    private Failure told(Throwable thrown) {
        NotImplemented stub = stub(thrown);
        if (stub != null) {
            return new Failure(Failure.Kind.NOT_STARTED, stub.task(), stub.getMessage() + place(stub));
        }
        return switch (thrown) {
            case BadAnswer bad -> new Failure(Failure.Kind.THREW, "", String.valueOf(bad.getMessage()));
            case StackOverflowError _ ->
                failure(Failure.Kind.THREW, "StackOverflowError: a method calls itself without end", thrown);
            case OutOfMemoryError _ -> failure(Failure.Kind.OUT_OF_MEMORY, "its memory ran out", thrown);
            case ExceptionInInitializerError start when start.getCause() != null -> told(start.getCause());
            case LinkageError _ -> failure(Failure.Kind.SIGNATURE, describe(thrown), thrown);
            default -> failure(Failure.Kind.THREW, describe(thrown), thrown);
        };
    }

    private Failure failure(Failure.Kind kind, String what, Throwable thrown) {
        return new Failure(kind, "", what + place(thrown));
    }

    private static @Nullable NotImplemented stub(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) { // a chain of causes may be a circle
            if (cause instanceof NotImplemented stub) {
                return stub;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String describe(Throwable thrown) {
        String message = message(thrown).strip();
        String cut = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
        String name = thrown.getClass().getSimpleName();
        return cut.isEmpty() ? name : name + ": " + cut.lines().findFirst().orElse("");
    }

    private static String message(Throwable thrown) {
        try {
            return String.valueOf(thrown.getMessage() == null ? "" : thrown.getMessage());
        } catch (RuntimeException | StackOverflowError problem) {
            return "";
        }
    }

    private String place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith(studentPackage + ".") && frame.getLineNumber() > 0) {
                return " (at " + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}
