package io.gradlab.grader.worker;

/** What keeps a worker from the rest of the machine. */
interface Sandbox {

    /** Returns what it is, for the grader's first line: {@code bubblewrap: no network, …}. */
    String description();

    /** Returns whether a worker in it cannot reach the grader's files, other submissions and the network. */
    boolean isolates();

    /** Returns a place for one worker, which is not used again. */
    Cell open(Program program, Limits limits);
}
