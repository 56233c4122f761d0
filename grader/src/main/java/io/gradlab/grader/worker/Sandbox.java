package io.gradlab.grader.worker;

import java.nio.file.Path;
import java.util.List;

/** What keeps a worker from the rest of the machine. */
interface Sandbox {

    /** Returns what it is, for the grader's first line: {@code bubblewrap: no network, …}. */
    String description();

    /** Returns whether a worker in it cannot reach the grader's files, other submissions and the network. */
    boolean isolates();

    /**
     * Returns the command that runs a JVM inside.
     *
     * @param java the JVM's command and arguments
     * @param readable files and folders that the JVM must be able to read
     */
    List<String> command(List<String> java, List<Path> readable);
}
