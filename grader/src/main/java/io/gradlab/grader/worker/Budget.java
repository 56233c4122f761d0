package io.gradlab.grader.worker;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The time a task has left. CPU time counts, and waiting: time on the clock, during a probe, in which no thread of the
 * worker computed or wanted to. The clock itself is the last resort.
 */
final class Budget {
    private static final double SECOND = 1e9;

    private final long nanos; // of CPU time, and of waiting
    private long cpuBefore; // of the worker, when the task or the worker began
    private long cpuSpent; // by earlier workers of the same task
    private long probeBegan;
    private long seen; // when the probe was first looked at
    private long activeBefore; // then

    Budget(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Begins to count for a worker. */
    void begin(Usage usage) {
        cpuBefore = usage.cpuNanos();
    }

    /** Stops counting; the next worker goes on from here. */
    void end(Usage usage) {
        cpuSpent += Math.max(0, usage.cpuNanos() - cpuBefore);
    }

    /** Counts a probe whose worker is gone by the clock: nobody can measure it any more. */
    void probeLost() {
        cpuSpent += System.nanoTime() - probeBegan;
    }

    /** Returns the CPU time that was spent, in nanoseconds. */
    long spent() {
        return cpuSpent;
    }

    void probeBegins() {
        probeBegan = System.nanoTime();
        seen = 0;
    }

    /** Returns what the student should know if the time is up; called while a probe lasts. */
    Optional<String> exceeded(Usage usage) {
        long now = System.nanoTime();
        if (seen == 0) {
            seen = now;
            activeBefore = usage.activeNanos();
        }
        boolean measured = usage.cpuNanos() > 0;
        if (cpuSpent + usage.cpuNanos() - cpuBefore > nanos) {
            return said("computed for %.1f s", "is there a loop that never ends?");
        }
        if (measured && now - seen - (usage.activeNanos() - activeBefore) > nanos) {
            return said("waited for %.1f s", "does it sleep, or wait for something that never comes?");
        }
        if (now - probeBegan > (measured ? Limits.PATIENCE * nanos : nanos)) {
            return said("did not answer", "is there a loop that never ends?");
        }
        return Optional.empty();
    }

    private Optional<String> said(String what, String guess) {
        return Optional.of("it " + String.format(Locale.ROOT, what, nanos / SECOND) + " and was stopped; " + guess);
    }
}
