package io.gradlab.grader.cli;

import io.gradlab.grader.run.TaskResult;

/** Runs check classes on one implementation until it is closed. */
interface Checker extends AutoCloseable {

    /** Runs the checks of one task. */
    TaskResult run(Class<?> checks);

    @Override
    void close();
}
