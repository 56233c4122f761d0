package io.gradlab.grader.check;

import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares numbers with the expected ones and, where they differ, says so in the words of a patient tutor: which value is
 * wrong, by what, whether all are wrong in the same way, and which mistake that looks like.
 *
 * @param name of the tensor: {@code gradient}
 * @param tolerance the largest difference allowed, in terms of the larger of 1 and the largest expected value
 */
public record Comparison(String name, DoubleTensor actual, DoubleTensor expected, double tolerance) {
    /** What float arithmetic needs at these sizes, with room to spare. */
    public static final double USUAL_TOLERANCE = 1e-4;

    private static final int WORST = 5;

    /** Compares with the usual tolerance. */
    public Comparison(String name, DoubleTensor actual, DoubleTensor expected) {
        this(name, actual, expected, USUAL_TOLERANCE);
    }

    /** Returns what is wrong, or nothing if nothing is. */
    public Optional<String> problem(List<Misconception> misconceptions) {
        if (!actual.shape().equals(expected.shape())) {
            return Optional.of(shapeProblem());
        }
        int[] wrong = IntStream.range(0, actual.data().length)
                .filter(i -> !(difference(expected, i) <= bound(expected)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -severity(i)))
                .mapToInt(Integer::intValue)
                .toArray();
        if (wrong.length == 0) {
            return Optional.empty();
        }
        String[] figures = Figures.apart(actual.data()[wrong[0]], expected.data()[wrong[0]]);
        String first = name + Figures.index(actual.shape(), wrong[0]) + " is " + figures[0] + ", expected " + figures[1];
        String likeness = misconceptions.stream()
                .filter(isRecognised())
                .findFirst()
                .map(misconception -> ": it looks as if " + misconception.sentence())
                .orElse("");
        return Optional.of(first + factor() + likeness + "." + details(wrong));
    }

    private Predicate<Misconception> isRecognised() {
        return misconception -> {
            DoubleTensor guess = misconception.wrong();
            return guess.shape().equals(actual.shape())
                    && IntStream.range(0, guess.data().length)
                            .allMatch(i -> difference(guess, i) <= bound(guess)
                                    || !Double.isFinite(guess.data()[i]) && !Double.isFinite(actual.data()[i]));
        };
    }

    private String factor() {
        if (actual.data().length < 2) {
            return "";
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < actual.data().length; i++) {
            product += actual.data()[i] * expected.data()[i];
            square += expected.data()[i] * expected.data()[i];
        }
        double factor = product / square;
        DoubleTensor scaled = expected.times(factor);
        double nearness = tolerance * Math.max(actual.maximumNorm(), 1e-3 * bound(expected));
        boolean same = IntStream.range(0, actual.data().length).allMatch(i -> difference(scaled, i) <= nearness);
        long counting = Arrays.stream(expected.data()).filter(x -> Math.abs(x) > bound(expected)).count();
        return same && counting > 1 ? ", and all of it is " + Factor.describe(factor) : "";
    }

    private String details(int[] wrong) {
        if (actual.data().length == 1) {
            return " Allowed is a difference of " + Figures.of(bound(expected)) + ".";
        }
        String count = wrong.length == 1 ? "1 value differs" : wrong.length + " values differ";
        String worst = Arrays.stream(wrong)
                .limit(WORST)
                .mapToObj(i -> {
                    String[] figures = Figures.apart(actual.data()[i], expected.data()[i]);
                    return Figures.index(actual.shape(), i) + " " + figures[0] + " for " + figures[1];
                })
                .collect(Collectors.joining("; "));
        return "\n" + count + " by more than " + Figures.of(bound(expected)) + ", of " + actual.data().length
                + (wrong.length == 1 ? "." : "; the worst: " + worst + ".");
    }

    private String shapeProblem() {
        return name + " has shape " + actual.shape() + ", expected " + expected.shape() + shapeCause() + ".";
    }

    private String shapeCause() {
        Shape is = actual.shape();
        Shape should = expected.shape();
        if (is.rank() == 2 && should.rank() == 2 && is.dim(0) == should.dim(1) && is.dim(1) == should.dim(0)) {
            return ": it looks transposed";
        }
        if (is.size() == should.size()) {
            return ": the count of numbers is right, so its dimensions may be merged or in another order";
        }
        if (should.rank() > 0 && is.equals(should.withoutFirst())) {
            return ": the batch dimension is missing";
        }
        if (is.rank() == should.rank() && is.rank() > 0 && is.withFirst(0).equals(should.withFirst(0))) {
            return ": is the size of an earlier batch kept somewhere?";
        }
        return "";
    }

    private double severity(int i) {
        double difference = difference(expected, i);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private double difference(DoubleTensor other, int i) {
        return Math.abs(actual.data()[i] - other.data()[i]);
    }

    private double bound(DoubleTensor other) {
        return tolerance * Math.max(1, other.maximumNorm());
    }
}
