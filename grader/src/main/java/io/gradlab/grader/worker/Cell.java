package io.gradlab.grader.worker;

import java.util.List;

/**
 * One worker's place in a sandbox.
 *
 * @param command what starts the worker there
 * @param cleaning what to do once the worker has ended
 */
record Cell(List<String> command, Runnable cleaning) implements AutoCloseable {

    /** Creates a place that nothing is left of when its process has ended. */
    Cell(List<String> command) {
        this(command, () -> {});
    }

    /** Ends what the worker left behind. */
    @Override
    public void close() {
        cleaning.run();
    }
}
