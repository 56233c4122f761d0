package io.gradlab.course;

/** In which mode a network was validated, by what it does to the same batch twice. */
public enum ModeVerdict {
    /** Same outputs, same running statistics: evaluation mode. */
    EVALUATION,
    /** The outputs differ, so dropout was active; the statistics stayed. */
    DROPS,
    /** The running statistics moved, so batch norm has learnt from validation data; the outputs are equal. */
    ABSORBS,
    /** Both: the network was in training mode as a whole. */
    DROPS_AND_ABSORBS
}
