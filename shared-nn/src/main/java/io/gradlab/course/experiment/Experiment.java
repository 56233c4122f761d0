package io.gradlab.course.experiment;

import java.util.concurrent.Callable;

/**
 * A training that {@code gradlab train NAME} runs; found by {@link java.util.ServiceLoader}. The class is a picocli
 * command with options of its own beside the common {@link TrainOptions}; calling it returns the exit code.
 */
public interface Experiment extends Callable<Integer> {

    /** Returns the name, for example {@code fashion-mlp}. */
    String name();

    /** Returns the lab it belongs to, for example {@code lab1}. */
    String lab();

    /** Returns what it reproduces, in half a line. */
    String summary();
}
