package io.gradlab.course;

/** What a task's stub throws until the student replaces it; a check then reports NOT STARTED. */
public final class NotImplemented extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String task;

    /** Creates the exception of a task, for example {@code 1.8}. */
    public NotImplemented(String task) {
        super("Task " + task + " is not implemented yet");
        this.task = task;
    }

    /** Returns the task's id. */
    public String task() {
        return task;
    }
}
