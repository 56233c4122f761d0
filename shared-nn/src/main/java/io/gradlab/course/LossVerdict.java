package io.gradlab.course;

/** What a training's losses, epoch by epoch, say about it. */
public enum LossVerdict {
    /** All losses are finite, and the last is below 0.99 · ln K. */
    LEARNS,
    /** All losses are finite, but the last is not below 0.99 · ln K, about what guessing among K classes costs. */
    PLATEAU,
    /** The loss of the first epoch is NaN or infinite already. */
    EXPLODES_AT_ONCE,
    /** The training began with finite losses, and one of them is NaN or infinite later. */
    EXPLODES_LATE
}
