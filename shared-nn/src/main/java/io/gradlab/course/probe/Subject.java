package io.gradlab.course.probe;

/**
 * An implementation of a lab's contract, wherever it lives: in this process or in a worker of its own. Asking never
 * throws for what the implementation does; its failures are part of the answer.
 */
public interface Subject {

    /**
     * Says that the probes of another task follow, so that a subject may measure and clean up.
     *
     * @param trains whether the task trains for seconds
     * @param patience how many times the usual time it gets
     */
    default void beginTask(boolean trains, int patience) {}

    /** Returns whether what is given up really stops, so that a task that took too long can be tried again. */
    default boolean canRepeat() {
        return false;
    }

    /** Says that the task's last probe was asked. */
    default void endTask() {}

    /** Carries out a probe and returns what came back. */
    Answer ask(Probe probe);
}
