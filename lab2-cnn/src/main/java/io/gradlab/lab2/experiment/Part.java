package io.gradlab.lab2.experiment;

/** What of a network can be somebody's own. */
enum Part {
    CONV2D,
    MAXPOOL,
    AVGPOOL,
    BATCHNORM,
    DROPOUT,
    FLATTEN,
    DENSE,
    ACTIVATION,
    LOSS;

    /** Returns it as written in commands. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
