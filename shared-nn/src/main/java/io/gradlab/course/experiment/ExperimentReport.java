package io.gradlab.course.experiment;

import java.util.concurrent.Callable;

/**
 * What {@code gradlab report NAME} makes of an experiment's finished runs: tables and pictures, without training; found by
 * {@link java.util.ServiceLoader}. The class is a picocli command; calling it returns the exit code.
 */
public interface ExperimentReport extends Callable<Integer> {

    /** Returns the experiment's name, for example {@code fashion-mlp}. */
    String name();
}
