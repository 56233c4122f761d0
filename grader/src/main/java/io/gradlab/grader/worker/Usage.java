package io.gradlab.grader.worker;

/**
 * What a worker and all that it started have used, as the system says.
 *
 * @param cpuNanos CPU time of all threads, those that ended included
 * @param activeNanos time that the living threads computed or waited for a processor, summed
 * @param memory resident bytes
 * @param written bytes that went into files and pipes
 */
record Usage(long cpuNanos, long activeNanos, long memory, long written, int threads, int processes) {
    /** Nothing, or not known. */
    static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);
}
