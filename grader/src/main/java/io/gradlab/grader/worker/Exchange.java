package io.gradlab.grader.worker;

/** How the worker took a probe. */
sealed interface Exchange {
    /** It sent something back. */
    record Answered(byte[] content) implements Exchange {}

    /** It used up the task's time. */
    record TimedOut(String why) implements Exchange {}

    /** It took more memory than it may. */
    record OutOfMemory(String why) implements Exchange {}

    /** It ended, or had to be ended. */
    record Crashed(String why) implements Exchange {}
}
