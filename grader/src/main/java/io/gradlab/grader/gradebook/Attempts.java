package io.gradlab.grader.gradebook;

/** Which of several hand-ins counts. */
enum Attempts {
    /** The one that brings the most, lateness counted. */
    BEST,
    /** The one that was handed in last. */
    LAST
}
