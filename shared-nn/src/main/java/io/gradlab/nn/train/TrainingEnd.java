package io.gradlab.nn.train;

/** How a call of {@link Trainer#run} ended. */
public sealed interface TrainingEnd {

    /** All epochs are done. */
    record Finished() implements TrainingEnd {}

    /** Somebody asked to stop; the trainer's checkpoint goes on from there. */
    record Stopped() implements TrainingEnd {}

    /** Going on was pointless. */
    record Diverged(Divergence divergence) implements TrainingEnd {}
}
