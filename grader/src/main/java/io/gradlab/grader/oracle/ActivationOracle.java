package io.gradlab.grader.oracle;

import io.gradlab.nn.kernel.ActivationKind;

/** Activations and their derivatives, in terms of the input x. */
public final class ActivationOracle {

    private ActivationOracle() {}

    /** Computes y = f(x). */
    public static double value(ActivationKind kind, double x) {
        return switch (kind) {
            case LINEAR -> x;
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case TANH -> StrictMath.tanh(x);
            case RELU -> Math.max(0, x);
        };
    }

    /** Computes f'(x); 0 at the kink of ReLU. */
    public static double derivative(ActivationKind kind, double x) {
        double y = value(kind, x);
        return switch (kind) {
            case LINEAR -> 1;
            case SIGMOID -> y * (1 - y);
            case TANH -> 1 - y * y;
            case RELU -> x > 0 ? 1 : 0;
        };
    }

    /** Computes f of every number. */
    public static DoubleTensor forward(ActivationKind kind, DoubleTensor input) {
        return input.map(x -> value(kind, x));
    }

    /** Computes the input's gradient, dL/dy · f'(x). */
    public static DoubleTensor backward(ActivationKind kind, DoubleTensor input, DoubleTensor outputGradient) {
        return outputGradient.with(input, (dy, x) -> dy * derivative(kind, x));
    }
}
