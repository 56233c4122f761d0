package io.gradlab.grader.oracle;

/** The penalty λ/2 · Σ w². */
public final class L2Oracle {

    private L2Oracle() {}

    /** Computes the penalty of one parameter. */
    public static double penalty(DoubleTensor value, double lambda) {
        double squares = 0;
        for (double w : value.data()) {
            squares += w * w;
        }
        return lambda / 2 * squares;
    }

    /** Computes its gradient, λ · w. */
    public static DoubleTensor gradient(DoubleTensor value, double lambda) {
        return value.times(lambda);
    }
}
