package io.gradlab.lab2.experiment;

/** A share of MNIST's training images, as report B cuts them. */
enum Fraction {
    SIXTEENTH(16),
    EIGHTH(8),
    QUARTER(4),
    HALF(2),
    ALL(1);

    private static final int IMAGES = 60_000;

    private final int divisor;

    Fraction(int divisor) {
        this.divisor = divisor;
    }

    /** Returns how many images this is, of at most {@code left}, those that no validation needs. */
    int of(int left) {
        return Math.min(left, IMAGES / divisor);
    }

    /** Returns it as written in commands: {@code 1/16}. */
    @Override
    public String toString() {
        return divisor == 1 ? "1" : "1/" + divisor;
    }
}
