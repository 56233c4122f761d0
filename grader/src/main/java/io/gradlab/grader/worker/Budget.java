package io.gradlab.grader.worker;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The time a task has left. CPU time counts, and waiting: time on the clock in which no thread of the worker computed or
 * wanted to. The clock itself is the last resort.
 */
final class Budget {
    private static final double SECOND = 1e9;

    private final long nanos; // of CPU time, and of waiting
    private long cpuBefore;
    private long activeBefore;
    private long clockBefore;
    private long cpuSpent; // by earlier workers of the same task
    private long clockSpent;

    Budget(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Begins to count for a worker. */
    void begin(Usage usage, long now) {
        cpuBefore = usage.cpuNanos();
        activeBefore = usage.activeNanos();
        clockBefore = now;
    }

    /** Stops counting; the next worker goes on from here. */
    void end(Usage usage, long now) {
        cpuSpent += Math.max(0, usage.cpuNanos() - cpuBefore);
        clockSpent += now - clockBefore;
    }

    /** Returns the CPU time that was spent, in nanoseconds. */
    long spent() {
        return cpuSpent;
    }

    /** Returns what the student should know if the time is up. */
    Optional<String> exceeded(Usage usage) {
        long clock = clockSpent + System.nanoTime() - clockBefore;
        long cpu = cpuSpent + usage.cpuNanos() - cpuBefore;
        if (cpu > nanos) {
            return said("computed for %.1f s", "is there a loop that never ends?");
        }
        boolean measured = usage.cpuNanos() > 0;
        long waited = System.nanoTime() - clockBefore - (usage.activeNanos() - activeBefore);
        if (measured && waited > nanos) {
            return said("waited for %.1f s", "does it sleep, or wait for something that never comes?");
        }
        if (clock > Limits.PATIENCE * nanos || !measured && clock > nanos) {
            return said("did not answer", "is there a loop that never ends?");
        }
        return Optional.empty();
    }

    private Optional<String> said(String what, String guess) {
        return Optional.of("it " + String.format(Locale.ROOT, what, nanos / SECOND) + " and was stopped; " + guess);
    }
}
