package io.gradlab.lab2.experiment;

/** A share of MNIST's training images, as report B cuts them. */
enum Fraction {
    SIXTEENTH(16, 60),
    EIGHTH(8, 40),
    QUARTER(4, 24),
    HALF(2, 16),
    ALL(1, 12);

    private static final int IMAGES = 60_000;

    private final int divisor;

    private final int epochs; // more of fewer images, but fewer steps

    Fraction(int divisor, int epochs) {
        this.divisor = divisor;
        this.epochs = epochs;
    }

    /** Returns how many images this is, of at most {@code left}, those that no validation needs. */
    int of(int left) {
        return Math.min(left, IMAGES / divisor);
    }

    /** Returns how often these images are gone through unless told otherwise. */
    int epochs() {
        return epochs;
    }

    /** Returns it as written in commands: {@code 1/16}. */
    @Override
    public String toString() {
        return divisor == 1 ? "1" : "1/" + divisor;
    }
}
