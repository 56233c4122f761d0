package io.gradlab.course.probe;

/**
 * An implementation of a lab's contract, wherever it lives: in this process or in a worker of its own. Asking never
 * throws for what the implementation does; its failures are part of the answer.
 */
public interface Subject {

    /** Carries out a probe and returns what came back. */
    Answer ask(Probe probe);
}
