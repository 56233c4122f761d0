package io.gradlab.grader.oracle;

/** Plain gradient descent. */
public final class SgdOracle {

    private SgdOracle() {}

    /** Computes w − η · g. */
    public static DoubleTensor step(DoubleTensor value, DoubleTensor gradient, double learningRate) {
        return value.with(gradient, (w, g) -> w - learningRate * g);
    }
}
