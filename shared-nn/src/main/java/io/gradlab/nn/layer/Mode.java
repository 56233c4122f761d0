package io.gradlab.nn.layer;

/** Whether a network is being trained or used; dropout and batch normalization differ between the two. */
public enum Mode {
    /** Training: dropout drops, batch normalization uses the batch's statistics. */
    TRAIN,
    /** Evaluation: a fixed function of the input. */
    EVAL
}
