package io.gradlab.grader.check;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The forward pass of the implementation that is checked, as a function of one of its arguments: its numeric derivative
 * tells whether forward or backward is to blame for a gradient that is wrong. It only explains; what is right, and what
 * it earns, the oracles decide, for differences of floats are rough.
 *
 * @param argument its name in sentences, for example {@code input}
 * @param at where the gradient was taken
 * @param objective what it is the gradient of, as a function of the argument; empty where there is no answer
 */
public record OwnForward(String argument, Tensor at, Function<Tensor, OptionalDouble> objective) {
    private static final float STEP = 0x1p-6f; // small enough for curves, large enough for floats
    private static final double ROUGHNESS = 0.002; // of a numeric derivative, in terms of the larger of it and 1
    private static final double CLEAR = 4; // times the roughness: from there on two numbers surely differ
    private static final double BEND = 0.05; // by which the slopes of both sides may differ where there is no kink
    private static final int TRIES = 5;

    /**
     * What the numeric derivative says.
     *
     * @param forwardFirst whether the backward pass is the derivative of a forward pass that is wrong
     * @param sentence for the student
     */
    record Verdict(boolean forwardFirst, String sentence) {}

    /**
     * Returns the forward pass of a layer: its objective is Σ y · dL/dy.
     *
     * @param probe one whose first step is a forward pass with this argument
     */
    public static OwnForward ofLayer(
            Bench bench, String argument, Tensor at, Tensor outputGradient, Function<Tensor, Probe> probe) {
        return new OwnForward(argument, at, changed -> {
            Answer answer = bench.askQuietly(probe.apply(changed));
            if (answer.failure().isPresent() || answer.tensor("output.0").size() != outputGradient.size()) {
                return OptionalDouble.empty();
            }
            float[] y = answer.tensor("output.0").data();
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += (double) y[i] * outputGradient.data()[i];
            }
            return OptionalDouble.of(sum);
        });
    }

    /** Returns what is to blame for a gradient that is not the expected one; nothing where it cannot be told. */
    Optional<Verdict> judge(DoubleTensor actual, DoubleTensor expected) {
        if (!actual.shape().equals(expected.shape()) || !actual.shape().equals(at.shape())) {
            return Optional.empty();
        }
        List<Integer> worst = IntStream.range(0, at.size())
                .boxed()
                .filter(i -> Double.isFinite(actual.data()[i]))
                .sorted(Comparator.comparingDouble(i -> -Math.abs(actual.data()[i] - expected.data()[i])))
                .limit(TRIES)
                .toList();
        for (int i : worst) {
            double says = actual.data()[i];
            OptionalDouble derivative = derivative(i);
            if (Math.abs(says - expected.data()[i]) < CLEAR * roughness(says, expected.data()[i])) {
                return Optional.empty();
            }
            if (derivative.isPresent()) {
                return verdict(i, derivative.getAsDouble(), says);
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> verdict(int i, double derivative, double says) {
        double difference = Math.abs(derivative - says);
        if (difference <= roughness(derivative, says)) {
            return Optional.of(new Verdict(
                    true, "Your backward is the derivative of your forward: mend the forward first, then look again."));
        }
        return difference < CLEAR * roughness(derivative, says)
                ? Optional.empty()
                : Optional.of(new Verdict(
                        false,
                        "Forward and backward disagree: the numeric derivative of your own forward at " + argument
                                + Figures.index(at.shape(), i) + " is " + Figures.of(derivative)
                                + ", your backward says " + Figures.of(says) + "."));
    }

    /** Returns the derivative with respect to number {@code i}; nothing at a kink, a jump, or without an answer. */
    private OptionalDouble derivative(int i) {
        OptionalDouble here = objective.apply(at.copy());
        double[] central = new double[2];
        for (int half = 0; half < 2; half++) {
            Tensor above = at.copy();
            Tensor below = at.copy();
            above.data()[i] += STEP / (1 + half);
            below.data()[i] -= STEP / (1 + half);
            OptionalDouble high = objective.apply(above);
            OptionalDouble low = objective.apply(below);
            if (here.isEmpty() || high.isEmpty() || low.isEmpty()) {
                return OptionalDouble.empty();
            }
            double right = (high.getAsDouble() - here.getAsDouble()) / ((double) above.data()[i] - at.data()[i]);
            double left = (here.getAsDouble() - low.getAsDouble()) / ((double) at.data()[i] - below.data()[i]);
            if (!(Math.abs(right - left) <= BEND * Math.max(1, Math.abs(right)))) {
                return OptionalDouble.empty();
            }
            central[half] = (right + left) / 2;
        }
        return Math.abs(central[0] - central[1]) <= roughness(central[0], central[1]) / 2
                ? OptionalDouble.of(central[1])
                : OptionalDouble.empty();
    }

    private static double roughness(double one, double other) {
        return ROUGHNESS * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }
}
