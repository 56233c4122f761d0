package io.gradlab.grader.worker;

import java.time.Duration;

/**
 * What a worker may use. Times are judged by CPU time, which the grader reads itself, so that a busy machine changes no
 * mark; time spent waiting for anything but a processor counts as well.
 *
 * @param heap megabytes of Java objects
 * @param memory megabytes of resident memory in all, also outside the heap
 * @param threads of the worker and of all that it starts
 * @param processes that it may start
 * @param disk megabytes of files
 * @param task CPU time for one task's checks, and as much again of waiting
 * @param training the same for a task that trains
 * @param submission CPU time for all tasks that do not train
 */
public record Limits(
        int heap,
        int memory,
        int threads,
        int processes,
        int disk,
        Duration task,
        Duration training,
        Duration submission) {

    /** How many times its CPU time a task may take on the clock, if the machine has other things to do. */
    static final int PATIENCE = 10;

    /** Returns the limits of grading. */
    public static Limits standard() {
        return new Limits(256, 640, 96, 0, 16, Duration.ofSeconds(2), Duration.ofSeconds(40), Duration.ofSeconds(20));
    }

    /** Returns the same limits with so many megabytes of memory in all. */
    public Limits withMemory(int megabytes) {
        return new Limits(heap, megabytes, threads, processes, disk, task, training, submission);
    }

    /** Returns the same limits with {@code factor} times the time. */
    public Limits withTime(int factor) {
        return new Limits(
                heap,
                memory,
                threads,
                processes,
                disk,
                task.multipliedBy(factor),
                training.multipliedBy(factor),
                submission.multipliedBy(factor));
    }
}
