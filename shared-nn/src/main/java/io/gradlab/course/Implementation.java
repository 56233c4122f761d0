package io.gradlab.course;

/**
 * One implementation of a lab's contract, found by {@link java.util.ServiceLoader}. Creating it must cost nothing.
 *
 * @see Labs
 */
public interface Implementation {

    /** Returns the lab, for example {@code lab1}. */
    String lab();

    /** Returns whose implementation it is. */
    Variant variant();

    /** Returns the contract's implementation, an instance of the lab's contract interface. */
    Object create();
}
