package io.gradlab.lab2.experiment;

/** Which images of CIFAR-10 are the test set. */
enum Holdout {
    /** The official test batch. */
    OFFICIAL,
    /** The fifth training batch, which then trains nothing; for where the official one is missing. */
    FIFTH_BATCH;

    /** Returns it as written in commands. */
    @Override
    public String toString() {
        return Words.of(this);
    }
}
